/** A machine's process stands still, as with SIGSTOP. Nothing is lost: what reaches it waits until it thaws. */
import type { NodeId } from '../kernel/actor.ts';
import { isClient } from '../node-names.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Freeze {
  readonly kind: 'freeze';
  readonly node: NodeId;
}

export const freeze: CommandDescriptor<Freeze> = {
  kind: 'freeze',
  icon: 'freeze',
  effect: 'harm',
  isDestructive: true,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node }),
  availableAt: {
    node: ({ id, isUp, isFrozen }) =>
      isClient(id) || !isUp || isFrozen ? [] : [{ kind: 'freeze', node: id }],
  },
  judge({ node }, cluster) {
    const machine = cluster.machine(node);
    if (!machine?.isMember) return 'no-such-node';
    if (!machine.isUp) return 'already-down';
    return machine.isFrozen ? 'already-frozen' : 'done';
  },
  apply: ({ node }, cluster) => cluster.freeze(node),
};
