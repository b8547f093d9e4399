/** The node of a run whose messages stand out, in all diagrams on the stage. */
import { emphasisIn, focusOn } from '../sequence/focus.ts';
import type { Participant, SequenceDiagram } from '../sequence/model.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { mapRecordings } from './map-recordings.ts';
import type { Recording } from './recording.ts';
import type { PlayerState } from './state.ts';

/** The lifeline of a node, which idle servers share; undefined where the run doesn't draw it. */
export function lifelineOf(
  { participants }: Pick<SequenceDiagram, 'participants'>,
  node: NodeId,
): Participant | undefined {
  return participants.find(({ id, folded }) => id === node || folded?.includes(node) === true);
}

/** The diagrams of the state with its focus. */
export function withFocus(state: PlayerState): PlayerState {
  return mapRecordings(state, (recording) => focused(recording, state.focus));
}

/** The recording of a run in which all nodes are looked at alike. */
export function unfocused(recording: Recording): Recording {
  const { focus, ...plain } = recording.diagram;
  if (focus === undefined || plain.imported !== undefined) return recording;
  return { ...recording, diagram: { ...plain, headsAt: alike.get(plain.headsAt) ?? plain.headsAt } };
}

/** The recording with its focus. An imported diagram has it in the choice of what is shown of it. */
export function focused(recording: Recording, node: NodeId | null): Recording {
  const { diagram } = recording;
  if (diagram.imported !== undefined) return recording;
  const participant = node === null ? undefined : lifelineOf(diagram, node)?.id;
  if (participant === diagram.focus?.participant) return recording;
  const { diagram: plain } = unfocused(recording);
  if (participant === undefined) return { ...recording, diagram: plain };
  const emphasisOf = emphasisIn(plain.steps, participant);
  const headsAt = (step: number) =>
    plain.headsAt(step).map((head) => ({ ...head, ...emphasisOf(head.participant.id) }));
  alike.set(headsAt, plain.headsAt);
  return { ...recording, diagram: { ...plain, focus: focusOn(plain, participant), headsAt } };
}

/** The heads without a focus, by those with one. Copies of a diagram share them. */
const alike = new WeakMap<SequenceDiagram['headsAt'], SequenceDiagram['headsAt']>();
