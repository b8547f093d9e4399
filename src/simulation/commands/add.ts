/** A server that stands by joins the cluster. */
import type { NodeId } from '../kernel/actor.ts';
import { serverId } from '../node-names.ts';
import { SERVERS_MAX } from '../scenario.ts';
import type { ClusterView } from './cluster-view.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

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

/** The server with the first free number; undefined when all are there. The number of a server that left is free again. */
export function nextServer({ nodes }: Pick<ClusterView, 'nodes'>): NodeId | undefined {
  const ids = Array.from({ length: SERVERS_MAX }, (_, index) => serverId(index + 1));
  return ids.find((id) => (nodes.get(id)?.membership ?? 'absent') === 'absent');
}
