/** Lazy-loads rarely opened views. */
import { type ComponentType, lazy, Suspense, useState } from 'react';

export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => React.JSX.Element {
  return function Deferred(props: Props) {
    // Kept per view: after a failed load, Try again starts a new attempt.
    const [View] = useState(() => lazy(async () => ({ default: await load() })));
    return (
      <Suspense fallback={null}>
        <View {...props} />
      </Suspense>
    );
  };
}
