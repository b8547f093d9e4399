/** How an entry of a store was removed. */
import { type ClusterEvent, isStore } from '../simulation/cluster.ts';
import { isCopy } from '../simulation/losses/session-states.ts';
import { reasonOfCrash } from './crashes.ts';
import type { PlainReason } from './reasons.ts';
import type { EventOf } from './why-case.ts';

/** What took an entry that a store had got with this event; undefined while it's there. */
export function endOfEntry(
  events: readonly ClusterEvent[],
  { id, node, key, durable }: EventOf<'remembered'>,
): EventOf<'forgot' | 'node-crashed'> | undefined {
  return events
    .slice(id + 1)
    .find(
      (event): event is EventOf<'forgot' | 'node-crashed'> =>
        (event.kind === 'forgot' && event.node === node && event.key === key) ||
        (event.kind === 'node-crashed' && event.node === node && event.forgets && !durable),
    );
}

/** `deleted` for a command that names the entry. */
type Removal = PlainReason | 'deleted';

export function removalOf(events: readonly ClusterEvent[], end: EventOf<'forgot' | 'node-crashed'>): Removal {
  if (end.kind === 'node-crashed') return reasonOfCrash(events, end);
  const cause = end.cause === null ? undefined : events[end.cause];
  if (cause?.kind === 'command-taken') return 'was-emptied';
  if (hasExpired(events, end) || cause?.kind !== 'message-delivered') return 'expired-there';
  const { body } = cause.message;
  if (body.kind === 'store-command') return body.key === end.key ? 'deleted' : 'was-evicted';
  if (!isCopy(cause.message)) return 'expired-there';
  // A store that gets all data of its peer drops its own. A copied write repeats what the primary did.
  const first = events
    .slice(0, end.id)
    .findLast(
      (event): event is EventOf<'forgot'> =>
        event.kind === 'forgot' && event.key === end.key && isStore(event.node) && event.node !== end.node,
    );
  return body.kind === 'store-copy' && first !== undefined ? removalOf(events, first) : 'other-data-won';
}

function hasExpired(events: readonly ClusterEvent[], { id, node, key, atUs }: EventOf<'forgot'>): boolean {
  const kept = events
    .slice(0, id)
    .findLast((event) => event.kind === 'remembered' && event.node === node && event.key === key);
  return (
    kept?.kind === 'remembered' && kept.item.kind === 'store-entry' && kept.item.entry.expiresAtUs <= atUs
  );
}
