/** A server gets no new requests, finishes its work and leaves the cluster. */
import type { NodeId } from '../kernel/actor.ts';
import { isServer } from '../node-names.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Drain {
  readonly kind: 'drain';
  readonly node: NodeId;
}

export const drain: CommandDescriptor<Drain> = {
  kind: 'drain',
  icon: 'drain',
  effect: 'neutral',
  isDestructive: false,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node }),
  availableAt: {
    node({ id, membership }, { nodes }) {
      if (!isServer(id) || membership !== 'member') return [];
      const members = [...nodes].filter(([other, node]) => isServer(other) && node.membership === 'member');
      // The last server stays.
      return members.length > 1 ? [{ kind: 'drain', node: id }] : [];
    },
  },
  judge: ({ node }, cluster) => (cluster.replaceable(node)?.isMember ? 'done' : 'no-such-node'),
  apply: ({ node }, cluster) => cluster.drain(node),
};
