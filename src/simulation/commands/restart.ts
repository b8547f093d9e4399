/** A machine that crashed starts again, with what is on its disk and nothing else. */
import type { NodeId } from '../kernel/actor.ts';
import { isClient } from '../node-names.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Restart {
  readonly kind: 'restart';
  readonly node: NodeId;
}

export const restart: CommandDescriptor<Restart> = {
  kind: 'restart',
  icon: 'restart',
  effect: 'repair',
  isDestructive: false,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node }),
  availableAt: {
    node: ({ id, isUp }) => (isClient(id) || isUp ? [] : [{ kind: 'restart', node: id }]),
  },
  judge({ node }, cluster) {
    const machine = cluster.machine(node);
    if (!machine?.isMember) return 'no-such-node';
    return machine.isUp ? 'already-up' : 'done';
  },
  apply: ({ node }, cluster) => cluster.restart(node),
};
