/** A run's losses for explanations: how each session ended, and which requests were answered from what was left. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import type { SessionEnd } from '../simulation/losses/loss.ts';
import { LossReader } from '../simulation/losses/loss-reader.ts';
import { saysTheSame } from '../simulation/losses/session-states.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import { causesOf } from './causes.ts';
import type { Run } from './run.ts';

/** A lookup that found a session without its latest change. */
export interface OutdatedRead {
  readonly node: NodeId;
  readonly event: EventId;
  /** How the latest change was lost, or missed. */
  readonly end: SessionEnd;
}

export interface Losses {
  /** By key of the session's memory entry, in order. */
  readonly ends: ReadonlyMap<string, readonly SessionEnd[]>;
  readonly outdated: ReadonlyMap<RequestId, readonly OutdatedRead[]>;
}

const known = new WeakMap<Run['events'], Losses>();

/** Computed once per run. */
export function lossesOf(events: Run['events']): Losses {
  let losses = known.get(events);
  if (losses === undefined) {
    losses = readLosses(events);
    known.set(events, losses);
  }
  return losses;
}

function readLosses(events: Run['events']): Losses {
  const ends = new Map<string, SessionEnd[]>();
  const outdated = new Map<RequestId, OutdatedRead[]>();
  /** The last loss of each session, until a server changes the session again. A write of the same data is no change. */
  const open = new Map<string, SessionEnd>();
  const left = new Map<string, MemoryItem>();
  const reader = new LossReader((end) => {
    // A missed change is still there, so only the lookups that miss it are outdated.
    if (end.cause === 'stale') return;
    add(ends, end.key, end);
    // Where it has expired on one node only, another one still has all of it.
    if (end.cause !== 'expired') open.set(end.key, end);
  });
  for (const event of events) {
    reader.follow(event);
    if (event.kind === 'remembered' && reader.hasWritten(event)) {
      const before = left.get(event.key);
      if (before === undefined || !saysTheSame(before, event.item)) open.delete(event.key);
      left.set(event.key, event.item);
    }
    if (event.kind !== 'recalled') continue;
    const missed = missedAt(event, reader);
    if (missed !== undefined) add(ends, event.key, missed);
    if (!event.found) continue;
    const end = missed ?? open.get(event.key);
    const found = reader.itemOn(event.node, event.key);
    if (end !== undefined && found !== undefined) left.set(event.key, found);
    const request = end === undefined ? null : servedBy(events, event);
    if (end === undefined || request === null) continue;
    add(outdated, request, { node: event.node, event: event.id, end });
  }
  return { ends, outdated };
}

function missedAt(
  event: ClusterEvent & { readonly kind: 'recalled' },
  reader: LossReader,
): SessionEnd | undefined {
  const { key, node, id } = event;
  const write = reader.missedBy(event);
  return write === null ? undefined : { cause: 'stale', key, node, event: id, write };
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The request behind an event: that of the nearest message among its causes, or of the one that left a queue. */
export function servedBy(events: Run['events'], event: ClusterEvent): RequestId | null {
  for (const cause of causesOf(events, event)) {
    if (cause.kind === 'request-begun') return cause.request;
    if ('message' in cause && cause.message.request !== null) return cause.message.request;
  }
  return null;
}
