/** Trends of the scores. Nothing is loaded or computed before the panel is opened. */
import { deferred } from '../../ui/deferred.tsx';
import { Disclosure } from '../../ui/disclosure/disclosure.tsx';
import { useText } from '../text-context.ts';

const TrendsView = deferred(async () => (await import('./trends-view.tsx')).TrendsView);

export function TrendsPanel({ className }: { readonly className?: string | undefined }) {
  const { trends } = useText();
  return (
    <Disclosure title={trends} className={className}>
      <TrendsView />
    </Disclosure>
  );
}
