/** A frozen process continues, with everything that has reached it meanwhile. */
import type { NodeId } from '../kernel/actor.ts';
import { isClient } from '../node-names.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Thaw {
  readonly kind: 'thaw';
  readonly node: NodeId;
}

export const thaw: CommandDescriptor<Thaw> = {
  kind: 'thaw',
  icon: 'thaw',
  effect: 'repair',
  isDestructive: false,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node }),
  availableAt: {
    node: ({ id, isUp, isFrozen }) => (!isClient(id) && isUp && isFrozen ? [{ kind: 'thaw', node: id }] : []),
  },
  judge({ node }, cluster) {
    const machine = cluster.machine(node);
    if (!machine?.isMember) return 'no-such-node';
    if (!machine.isUp) return 'already-down';
    return machine.isFrozen ? 'done' : 'not-frozen';
  },
  apply: ({ node }, cluster) => cluster.thaw(node),
};
