/** Two strategies side by side, each with its caption and its stage. */
import { Compare } from '../features/compare/compare.tsx';
import { SideCaption } from '../features/stage/caption.tsx';
import { Stage } from '../features/stage/stage.tsx';
import { deferred } from '../ui/deferred.tsx';
import { CaptionPhrase } from './caption-phrase.tsx';

const ComparedTrends = deferred(
  async () => (await import('../features/metrics/compared-trends.tsx')).ComparedTrends,
);

export function ComparedStages() {
  return (
    <Compare trends={(onClose) => <ComparedTrends onClose={onClose} />}>
      <SideCaption renderPhrase={(phrase) => <CaptionPhrase phrase={phrase} isTabbed />} />
      <Stage />
    </Compare>
  );
}
