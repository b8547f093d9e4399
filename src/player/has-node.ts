/** Whether a run has a node at any time. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from '../trace/run.ts';

export function hasNode({ states }: Pick<Run, 'states'>, node: NodeId): boolean {
  return states.at(-1)?.snapshot.get(node) !== undefined;
}
