/** How the scores came about. Nothing of it is fetched or computed before somebody opens it. */
import { deferred } from '../../ui/deferred.tsx';
import { Fold } from '../../ui/fold/fold.tsx';
import { useText } from '../text-context.ts';

const TrendsView = deferred(async () => (await import('./trends-view.tsx')).TrendsView);

export function TrendsPanel({ className }: { readonly className?: string | undefined }) {
  const { trends } = useText();
  return (
    <Fold title={trends} className={className}>
      <TrendsView />
    </Fold>
  );
}
