/** What every view of the inspector shows things of, and with which words. */
import type { Recording } from '../../player/recording.ts';
import type { Side } from '../../player/selection.ts';
import type { Run } from '../../trace/run.ts';
import type { InspectText } from './inspect-text.ts';

export interface ShownRun {
  readonly recording: Recording;
  readonly run: Run;
  readonly words: InspectText;
  /** While comparing, of which side. */
  readonly side: Side;
}
