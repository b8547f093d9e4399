/** The server that a cluster can be extended by. */
import type { NodeId } from '../kernel/actor.ts';
import { serverId } from '../node-names.ts';
import { SERVERS_MAX } from '../scenario-limits.ts';
import type { ClusterView } from './cluster-view.ts';

/**
 * The server with the first free number; undefined when all are there. The number of a server that left is free again.
 */
export function nextServer({ nodes }: Pick<ClusterView, 'nodes'>): NodeId | undefined {
  const ids = Array.from({ length: SERVERS_MAX }, (_, index) => serverId(index + 1));
  return ids.find((id) => (nodes.get(id)?.membership ?? 'absent') === 'absent');
}
