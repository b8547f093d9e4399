/** What of the diagrams on the stage isn't shown, or stands out in them. */
import type { Participant } from '../sequence/model.ts';
import { type Recording, wholeOf } from './recording.ts';
import type { PlayerState } from './state.ts';

type OnStage = Pick<PlayerState, 'recording' | 'comparison'>;

function recordingsOf({ recording, comparison }: OnStage): readonly Recording[] {
  return comparison === null ? [recording] : [recording, comparison.recording];
}

/** Whether nodes of a run are hidden, or one has the focus, on either side of the stage. */
export function showsPartOfRun(state: OnStage): boolean {
  return (
    state.recording.imported === null &&
    recordingsOf(state).some(({ diagram, hiding }) => diagram.focus !== undefined || hiding !== undefined)
  );
}

/** Number of a run's lifelines that are hidden. One that both sides have counts once. */
export function hiddenLifelines(state: OnStage): number {
  const hidden = recordingsOf(state).flatMap((recording) => {
    const left = new Set(recording.diagram.participants.map(({ id }) => id));
    return wholeOf(recording).diagram.participants.filter(({ id }) => !left.has(id));
  });
  return new Set(hidden.map(({ id }) => id)).size;
}

/** Number of steps of runs that aren't shown, on both sides together. */
export function hiddenSteps(state: OnStage): number {
  return recordingsOf(state).reduce(
    (count, recording) => count + wholeOf(recording).diagram.steps.length - recording.diagram.steps.length,
    0,
  );
}

/** The lifeline of a run that stands out, on either side. */
export function lifelineInFocus(state: OnStage): Participant | undefined {
  if (state.recording.imported !== null) return undefined;
  for (const { diagram } of recordingsOf(state)) {
    const lifeline = diagram.participants.find(({ id }) => id === diagram.focus?.participant);
    if (lifeline !== undefined) return lifeline;
  }
  return undefined;
}
