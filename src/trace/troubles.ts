/** Finds what befell each request of a run: sessions that were missed, and messages that got nowhere. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { RequestId } from '../simulation/kernel/actor.ts';
import { causesOf } from './causes.ts';
import type { Run } from './run.ts';

/** What befalls a request: a session that is missed, or a message that gets nowhere. */
export type Trouble = Extract<
  ClusterEvent,
  { readonly kind: 'recalled' | 'connection-reset' | 'message-lost' | 'message-refused' }
>;
/** By the request that it befalls, in the order in which it happened. */
export type Troubles = ReadonlyMap<RequestId, readonly Trouble[]>;

const known = new WeakMap<Run['events'], Troubles>();

/** Found once for each run: to look through all of a long run at every step would take longer the longer it is. */
export function troublesOf(events: Run['events']): Troubles {
  const before = known.get(events);
  if (before !== undefined) return before;
  const troubles = new Map<RequestId, Trouble[]>();
  for (const event of events) {
    if (!isTrouble(event)) continue;
    const request = event.kind === 'recalled' ? servedBy(events, event) : event.message.request;
    if (request === null) continue;
    const others = troubles.get(request);
    if (others === undefined) troubles.set(request, [event]);
    else others.push(event);
  }
  known.set(events, troubles);
  return troubles;
}

function isTrouble(event: ClusterEvent): event is Trouble {
  switch (event.kind) {
    case 'recalled':
      return !event.found;
    case 'connection-reset':
    case 'message-lost':
    case 'message-refused':
      return true;
    default:
      return false;
  }
}

/** The request that an event has to do with: that of the nearest message that brought it about. */
function servedBy(events: Run['events'], event: ClusterEvent): RequestId | null {
  for (const cause of causesOf(events, event)) {
    if ('message' in cause && cause.message.request !== null) return cause.message.request;
  }
  return null;
}
