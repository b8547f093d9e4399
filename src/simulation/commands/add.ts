/** A standby server joins the cluster. */
import type { NodeId } from '../kernel/actor.ts';
import type { CommandDescriptor } from './command-descriptor.ts';
import { nextServer } from './next-server.ts';

export interface Add {
  readonly kind: 'add';
  readonly node: NodeId;
}

export const add: CommandDescriptor<Add> = {
  kind: 'add',
  icon: 'add',
  effect: 'repair',
  isDestructive: false,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node }),
  availableAt: {
    cluster(view) {
      const node = nextServer(view);
      return node === undefined ? [] : [{ kind: 'add', node }];
    },
  },
  judge({ node }, cluster) {
    const server = cluster.replaceable(node);
    if (server === undefined) return 'no-such-node';
    return server.isMember ? 'already-member' : 'done';
  },
  apply: ({ node }, cluster) => cluster.add(node),
};
