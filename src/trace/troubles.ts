/** Finds each request's problems: missed sessions and undelivered messages. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { RequestId } from '../simulation/kernel/actor.ts';
import { servedBy } from './losses.ts';
import type { Run } from './run.ts';

/** A problem of a request: a missed session or an undelivered message. */
export type Trouble = Extract<
  ClusterEvent,
  { readonly kind: 'recalled' | 'connection-reset' | 'message-lost' | 'message-refused' }
>;
/** By request, in order of occurrence. */
export type Troubles = ReadonlyMap<RequestId, readonly Trouble[]>;

const known = new WeakMap<Run['events'], Troubles>();

/** Computed once per run: searching a long run at each step would take quadratic time. */
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
