/** Whether messages that were under way during others are drawn aslant, in all diagrams on the stage. */
import type { SequenceDiagram } from '../sequence/model.ts';
import type { Recording } from './recording.ts';
import type { PlayerState } from './state.ts';
import type { Transit } from './transit-choice.ts';

/** Whether a message was under way during another one, so that there's something to draw aslant. */
export function hasTransit({ steps }: Pick<SequenceDiagram, 'steps'>): boolean {
  return steps.some(({ row }) => row.kind === 'message' && row.departs !== undefined);
}

/** The diagrams of the state as its choice wants them. Recordings come from many places, so it's applied at the end. */
export function withTransit(state: PlayerState): PlayerState {
  const recording = drawn(state.recording, state.transit);
  const { comparison } = state;
  if (comparison === null) return recording === state.recording ? state : { ...state, recording };
  const compared = drawn(comparison.recording, state.transit);
  if (recording === state.recording && compared === comparison.recording) return state;
  return { ...state, recording, comparison: { ...comparison, recording: compared } };
}

/** Leaves a diagram alone in which nothing was under way during anything else. */
export function toggleTransit(state: PlayerState): PlayerState {
  const { diagram } = state.recording;
  if (diagram.drawsTransit === true) return { ...state, transit: 'off' };
  return hasTransit(diagram) ? { ...state, transit: 'on' } : state;
}

/** A diagram asks for it by its own directives. A run doesn't. */
function drawn(recording: Recording, transit: Transit | null): Recording {
  const { diagram } = recording;
  const isAsked = diagram.imported !== undefined && hasTransit(diagram);
  const drawsTransit = transit === null ? isAsked : transit === 'on';
  if ((diagram.drawsTransit ?? false) === drawsTransit) return recording;
  return { ...recording, diagram: { ...diagram, drawsTransit } };
}
