/** Something that a person chooses for good, and that holds from the moment it is chosen. */
import { useCallback, useState } from 'react';

export function useSetting<Value>(
  read: () => Value,
  remember: (value: Value) => void,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(read);
  const choose = useCallback(
    (next: Value) => {
      setValue(next);
      remember(next);
    },
    [remember],
  );
  return [value, choose];
}
