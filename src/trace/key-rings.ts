/** Which keys each server and the store have at a moment, and what ended their having them. */
import { type ClusterEvent, isServer } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { SigningKey } from '../simulation/protocols/signing-key.ts';
import { KEY_RING_KEY } from '../simulation/store-keys.ts';
import type { EventOf } from './why-case.ts';

export type RingEvent = EventOf<'remembered'> & {
  readonly item: Extract<MemoryItem, { kind: 'key-ring' }>;
};

type StoredEvent = EventOf<'remembered'> & {
  readonly item: Extract<MemoryItem, { kind: 'store-entry' }>;
};

function isRing(event: ClusterEvent): event is RingEvent {
  return event.kind === 'remembered' && event.item.kind === 'key-ring' && isServer(event.node);
}

/** When servers got this key, in order. */
export function ringsWith(events: readonly ClusterEvent[], kid: string): readonly RingEvent[] {
  return events.filter(isRing).filter(({ item }) => item.ring.verification.some((key) => key.kid === kid));
}

/** The keys that a server has; undefined before it has any, and after a crash took them. */
export function ringOn(node: NodeId, events: readonly ClusterEvent[]): RingEvent | undefined {
  const last = events.findLast((event): event is RingEvent => isRing(event) && event.node === node);
  return last === undefined || endOfRing(events, last) !== undefined ? undefined : last;
}

/** What took these keys from a server: other keys in their place, a crash, or its leaving. */
export function endOfRing(
  events: readonly ClusterEvent[],
  { id, node, durable }: RingEvent,
): RingEvent | EventOf<'node-crashed' | 'node-left'> | undefined {
  return events
    .slice(id + 1)
    .find(
      (event): event is RingEvent | EventOf<'node-crashed' | 'node-left'> =>
        'node' in event &&
        event.node === node &&
        (isRing(event) || event.kind === 'node-left' || (event.kind === 'node-crashed' && !durable)),
    );
}

/** The keys with which a server verifies and opens. */
export function keysOn(node: NodeId, events: readonly ClusterEvent[]): readonly SigningKey[] {
  return ringOn(node, events)?.item.ring.verification ?? [];
}

/** When a store got this key, in order. */
export function storedRingsWith(events: readonly ClusterEvent[], kid: string): readonly StoredEvent[] {
  return events.filter(
    (event): event is StoredEvent =>
      event.kind === 'remembered' &&
      event.item.kind === 'store-entry' &&
      event.item.entry.key === KEY_RING_KEY &&
      event.item.entry.value.includes(`"${kid}"`),
  );
}
