/** Walks up the causes of an event, which answers "why did this happen". */
import type { ClusterEvent } from '../simulation/cluster.ts';

/** The causes of an event, nearest first, without the event itself. */
export function* causesOf(
  events: readonly ClusterEvent[],
  event: ClusterEvent,
): Generator<ClusterEvent, void, undefined> {
  let { cause } = event;
  while (cause !== null) {
    const each = events[cause];
    if (each === undefined) return;
    yield each;
    cause = each.cause;
  }
}
