/** Distribution of a run's requests over servers, and the number of login prompts. */
import { isClient, isServer } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from './run.ts';

export interface Load {
  /** By server name; 0 for a server without requests. */
  readonly requests: readonly { readonly server: NodeId; readonly count: number }[];
  /** Number of 401 responses that clients got. */
  readonly refused: number;
}

export function loadOf({ events }: Pick<Run, 'events'>): Load {
  const counts = new Map<NodeId, number>();
  let refused = 0;
  for (const event of events) {
    if (event.kind === 'node-joined' && isServer(event.node)) {
      counts.set(event.node, counts.get(event.node) ?? 0);
    }
    if (event.kind !== 'message-delivered') continue;
    const { to, role, request, body } = event.message;
    if (request !== null && role === 'request' && isServer(to)) counts.set(to, (counts.get(to) ?? 0) + 1);
    if (isClient(to) && body.kind === 'http-response' && body.status === 401) refused += 1;
  }
  const requests = [...counts]
    .map(([server, count]) => ({ server, count }))
    .sort((one, other) => (one.server < other.server ? -1 : 1));
  return { requests, refused };
}
