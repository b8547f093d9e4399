/** The process of a machine dies: its private memory, its unfinished work and the replies in preparation are gone. */
import type { NodeId } from '../kernel/actor.ts';
import { isClient } from '../node-names.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Crash {
  readonly kind: 'crash';
  readonly node: NodeId;
}

export const crash: CommandDescriptor<Crash> = {
  kind: 'crash',
  icon: 'crash',
  effect: 'harm',
  isDestructive: true,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node }),
  availableAt: {
    node: ({ id, isUp }) => (isClient(id) || !isUp ? [] : [{ kind: 'crash', node: id }]),
  },
  judge({ node }, cluster) {
    const machine = cluster.machine(node);
    if (!machine?.isMember) return 'no-such-node';
    return machine.isUp ? 'done' : 'already-down';
  },
  apply: ({ node }, cluster) => cluster.crash(node),
};
