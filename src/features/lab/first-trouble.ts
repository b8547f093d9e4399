/** The step at which a run first shows what a study measures, such as its first lost session. */
import type { MeasureId } from '../../lab/measures.ts';
import { lossCauses } from '../../simulation/losses/loss.ts';
import type { Run } from '../../trace/run.ts';
import type { Score } from '../../trace/score.ts';

/** What counts for a measure. Others have no first moment: their runs open at the beginning. */
const troubles: Partial<Record<MeasureId, (score: Score) => number>> = {
  sessionsLost: ({ sessionsLost }) => sessionsLost,
  requestsFailed: ({ requestsFailed }) => requestsFailed,
  askedAgain: ({ questionsAsked }) => questionsAsked,
  ...Object.fromEntries(
    lossCauses.map((cause) => [`lost-${cause}`, ({ losses }: Score) => losses[cause]] as const),
  ),
};

export type TroubleKind = 'loss' | 'failure' | 'asked-again';

/** @returns Null for a measure without a first moment. */
export function troubleKindOf(measure: MeasureId): TroubleKind | null {
  if (measure === 'requestsFailed') return 'failure';
  if (measure === 'askedAgain') return 'asked-again';
  return troubles[measure] === undefined ? null : 'loss';
}

export function firstTrouble({ scores }: Pick<Run, 'scores'>, measure: MeasureId): number {
  const count = troubles[measure];
  return count === undefined
    ? 0
    : Math.max(
        0,
        scores.findIndex((score) => count(score) > 0),
      );
}
