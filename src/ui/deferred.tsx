/** Views that few people open: their code is fetched when they are first shown. */
import { type ComponentType, lazy, Suspense, useState } from 'react';

export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => React.JSX.Element {
  return function Deferred(props: Props) {
    // Kept by the view and not for all: when fetching has failed, Try again begins with a new attempt.
    const [View] = useState(() => lazy(async () => ({ default: await load() })));
    return (
      <Suspense fallback={null}>
        <View {...props} />
      </Suspense>
    );
  };
}
