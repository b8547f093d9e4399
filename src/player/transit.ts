/** Whether messages that were under way during others are drawn aslant, in all diagrams on the stage. */
import type { SequenceDiagram } from '../sequence/model.ts';
import { mapRecordings } from './map-recordings.ts';
import type { Recording } from './recording.ts';
import type { PlayerState } from './state.ts';
import type { Transit } from './transit-choice.ts';

/** Whether a message was under way during another one, so that there's something to draw aslant. */
export function hasTransit({ steps }: Pick<SequenceDiagram, 'steps'>): boolean {
  return steps.some(({ row }) => row.kind === 'message' && row.departs !== undefined);
}

/** The diagrams of the state as its choice wants them. */
export function withTransit(state: PlayerState): PlayerState {
  return mapRecordings(state, (recording) => drawn(recording, state.transit));
}

/** Leaves a diagram alone in which nothing was under way during anything else. */
export function toggleTransit(state: PlayerState): PlayerState {
  const { diagram } = state.recording;
  if (isDrawn(diagram, state.transit)) return { ...state, transit: 'off' };
  return hasTransit(diagram) ? { ...state, transit: 'on' } : state;
}

/** By the choice alone: only diagrams on the stage have it in `drawsTransit`. One asks for it by its own directives. */
function isDrawn(diagram: SequenceDiagram, transit: Transit | null): boolean {
  const isAsked = diagram.imported !== undefined && hasTransit(diagram);
  return transit === null ? isAsked : transit === 'on';
}

function drawn(recording: Recording, transit: Transit | null): Recording {
  const { diagram } = recording;
  const drawsTransit = isDrawn(diagram, transit);
  if ((diagram.drawsTransit ?? false) === drawsTransit) return recording;
  return { ...recording, diagram: { ...diagram, drawsTransit } };
}
