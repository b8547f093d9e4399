/** Walks up the causes of an event: "why did this happen" is that walk. */
import type { ClusterEvent } from '../simulation/cluster.ts';

/** What brought an event about, the nearest first; the event itself is not among them. */
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
