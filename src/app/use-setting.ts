/** A persistent setting that takes effect at once. */
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
