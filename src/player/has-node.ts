/** Whether a run has a node at any time. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from '../trace/run.ts';
import { type Recording, wholeOf } from './recording.ts';

export function hasNode({ states }: Pick<Run, 'states'>, node: NodeId): boolean {
  return states.at(-1)?.snapshot.get(node) !== undefined;
}

/** The same, for nodes that are shown or hidden. */
export function recordingHasNode(recording: Recording, node: NodeId): boolean {
  const { run } = wholeOf(recording);
  return run !== null && hasNode(run, node);
}
