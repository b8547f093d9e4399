/**
 * A store's entries: strings by key, each with an expiry; without room, the least recently used (LRU) is evicted. The
 * entries are in the node's memory; this state is derived from it.
 */
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import {
  NEVER_US,
  type StoreCommand,
  type StoreEntry,
  type StoreReply,
  type StoreWrite,
} from '../protocols/store.ts';
import type { StoreConditions } from '../scenario.ts';

export interface EntriesState {
  /** Keys, least recently used first. Redis approximates LRU by sampling. */
  readonly byUse: Set<string>;
  /** Time of the next expiry scan; null while nothing can expire. */
  nextExpiryUs: number | null;
}

export interface Executed {
  readonly reply: StoreReply;
  readonly effects: readonly ClusterEffect[];
  /** Writes to replicate. */
  readonly writes: readonly StoreWrite[];
}

export const EXPIRY = 'expiry';
/** Expired entries are never returned, so their removal can wait. */
const EXPIRY_PAUSE_US = 1_000_000;
const US_PER_MS = 1_000;
const US_PER_S = 1_000_000;

export function noEntries(): EntriesState {
  return { byUse: new Set(), nextExpiryUs: null };
}

/** Rebuilds the state from disk when a store starts. The LRU order isn't persisted. */
export function readEntries(state: EntriesState, context: ClusterContext): ClusterEffect[] {
  for (const { key } of entriesIn(context)) state.byUse.add(key);
  return watchExpiry(state, context);
}

export function entriesIn({ memory }: ClusterContext): StoreEntry[] {
  const entries: StoreEntry[] = [];
  for (const item of memory.values()) if (item.kind === 'store-entry') entries.push(item.entry);
  return entries;
}

/** A store's capacity, and what it does without room. */
type Capacity = Pick<StoreConditions, 'entriesMax' | 'whenFull'>;

export function execute(
  command: StoreCommand,
  state: EntriesState,
  context: ClusterContext,
  capacity: Capacity,
): Executed {
  switch (command.name) {
    case 'GET':
      return get(command.key, state, context);
    case 'SET':
      return set(command, state, context, capacity);
    case 'DEL':
      return remove(command.key, state, context);
    case 'DELEX':
      return liveEntry(command.key, context)?.value === command.onlyIfEqual
        ? remove(command.key, state, context)
        : { reply: { kind: 'store-reply', reply: 'count', count: 0 }, effects: [], writes: [] };
    default:
      throw new Error(`Unknown command ${command satisfies never}`);
  }
}

/** A replica's answer: it neither removes expired entries nor counts their use. Its primary does. */
export function read(key: string, context: ClusterContext): Pick<Executed, 'effects' | 'reply'> {
  const entry = liveEntry(key, context);
  return {
    effects: [{ kind: 'recall', key, found: entry !== undefined }],
    reply: valueReply(entry?.value ?? null),
  };
}

function get(key: string, state: EntriesState, context: ClusterContext): Executed {
  const entry = liveEntry(key, context);
  const recall: ClusterEffect = { kind: 'recall', key, found: entry !== undefined };
  if (entry === undefined) {
    const { effects, writes } = giveUp(state.byUse.has(key) ? [key] : [], state);
    return { reply: valueReply(null), effects: [...effects, recall], writes };
  }
  touch(key, state);
  return { reply: valueReply(entry.value), effects: [recall], writes: [] };
}

function set(
  command: Extract<StoreCommand, { name: 'SET' }>,
  state: EntriesState,
  context: ClusterContext,
  { entriesMax, whenFull }: Capacity,
): Executed {
  const { key, value, ttlSeconds } = command;
  // Redis refuses before it looks at the command's conditions, or whether the key is there (`denyoom`).
  const swept = whenFull === 'refuse' ? sweepIfFull(state, context, entriesMax) : nothingSwept;
  if (whenFull === 'refuse' && isFull(state, entriesMax)) return { reply: outOfMemory, ...swept };
  const before = liveEntry(key, context);
  if (!maySet(command, before)) {
    // An entry that has expired is removed now.
    const isExpired = before === undefined && state.byUse.has(key);
    const { effects, writes } = giveUp(isExpired ? [key] : [], state);
    return {
      reply: valueReply(null),
      effects: [...swept.effects, ...effects],
      writes: [...swept.writes, ...writes],
    };
  }
  const nowMs = Math.floor(context.nowUs / US_PER_MS);
  const expiresAtUs = ttlSeconds === null ? NEVER_US : nowMs * US_PER_MS + ttlSeconds * US_PER_S;
  const entry = { key, value, expiresAtUs };
  touch(key, state);
  const evicted = giveUp(leastRecentlyUsed(state, entriesMax), state);
  return {
    reply: { kind: 'store-reply', reply: 'ok' },
    effects: [
      ...swept.effects,
      ...evicted.effects,
      keep(entry),
      ...watchFor(entry.expiresAtUs, state, context),
    ],
    writes: [...swept.writes, ...evicted.writes, { name: 'SET', ...entry }],
  };
}

function maySet(
  { onlyIfExists, onlyIfAbsent, onlyIfEqual }: Extract<StoreCommand, { name: 'SET' }>,
  before: StoreEntry | undefined,
): boolean {
  if (onlyIfEqual !== undefined) return before?.value === onlyIfEqual;
  if (onlyIfAbsent === true) return before === undefined;
  return !onlyIfExists || before !== undefined;
}

type Swept = Pick<Executed, 'effects' | 'writes'>;

const nothingSwept: Swept = { effects: [], writes: [] };
const outOfMemory: StoreReply = { kind: 'store-reply', reply: 'error', code: 'OOM' };

function isFull({ byUse }: EntriesState, entriesMax: number | null): boolean {
  return entriesMax !== null && byUse.size >= entriesMax;
}

/** Before a full store refuses a write, it removes what has expired. */
function sweepIfFull(state: EntriesState, context: ClusterContext, entriesMax: number | null): Swept {
  if (!isFull(state, entriesMax)) return nothingSwept;
  const expired = entriesIn(context).filter(({ expiresAtUs }) => expiresAtUs <= context.nowUs);
  return giveUp(
    expired.map((entry) => entry.key),
    state,
  );
}

/** The entries beyond the capacity. */
function leastRecentlyUsed({ byUse }: EntriesState, entriesMax: number | null): string[] {
  const keys: string[] = [];
  if (entriesMax === null) return keys;
  for (const key of byUse) {
    if (byUse.size - keys.length <= entriesMax) break;
    keys.push(key);
  }
  return keys;
}

function remove(key: string, state: EntriesState, context: ClusterContext): Executed {
  const count = liveEntry(key, context) === undefined ? 0 : 1;
  const given = giveUp(state.byUse.has(key) ? [key] : [], state);
  return { reply: { kind: 'store-reply', reply: 'count', count }, ...given };
}

/** Applies a replicated write. A replica never evicts or expires entries by itself. */
export function applyWrite(write: StoreWrite, state: EntriesState): readonly ClusterEffect[] {
  switch (write.name) {
    case 'SET': {
      const { key, value, expiresAtUs } = write;
      touch(key, state);
      return [keep({ key, value, expiresAtUs })];
    }
    case 'DEL':
      return giveUp([write.key], state).effects;
    case 'FLUSHALL':
      return giveUp([...state.byUse], state).effects;
    default:
      throw new Error(`Unknown write ${write satisfies never}`);
  }
}

/** Replaces all entries. */
export function replaceEntries(state: EntriesState, entries: readonly StoreEntry[]): ClusterEffect[] {
  const kept = new Set(entries.map(({ key }) => key));
  const gone = [...state.byUse].filter((key) => !kept.has(key));
  const { effects } = giveUp(gone, state);
  for (const { key } of entries) touch(key, state);
  return [...effects, ...entries.map(keep)];
}

export function flush(state: EntriesState): Pick<Executed, 'effects' | 'writes'> {
  const { effects } = giveUp([...state.byUse], state);
  return { effects, writes: [{ name: 'FLUSHALL' }] };
}

/** Removes expired entries, and schedules the next scan. */
export function expire(state: EntriesState, context: ClusterContext): Pick<Executed, 'effects' | 'writes'> {
  const expired = entriesIn(context).filter(({ expiresAtUs }) => expiresAtUs <= context.nowUs);
  const { effects, writes } = giveUp(
    expired.map(({ key }) => key),
    state,
  );
  return { effects: [...effects, ...watchExpiry(state, context)], writes };
}

export function watchExpiry(state: EntriesState, context: ClusterContext): ClusterEffect[] {
  state.nextExpiryUs = null;
  let earliestUs = Number.POSITIVE_INFINITY;
  for (const { key, expiresAtUs } of entriesIn(context)) {
    if (expiresAtUs !== NEVER_US && state.byUse.has(key)) earliestUs = Math.min(earliestUs, expiresAtUs);
  }
  return earliestUs === Number.POSITIVE_INFINITY
    ? []
    : watchFor(Math.max(earliestUs, context.nowUs + EXPIRY_PAUSE_US), state, context);
}

function watchFor(expiresAtUs: number, state: EntriesState, { nowUs }: ClusterContext): ClusterEffect[] {
  if (expiresAtUs === NEVER_US) return [];
  if (state.nextExpiryUs !== null && state.nextExpiryUs <= expiresAtUs) return [];
  state.nextExpiryUs = expiresAtUs;
  return [{ kind: 'set-timer', timer: EXPIRY, delayUs: expiresAtUs - nowUs, background: true }];
}

function liveEntry(key: string, { memory, nowUs }: ClusterContext): StoreEntry | undefined {
  const item = memory.get(key);
  return item?.kind === 'store-entry' && nowUs < item.entry.expiresAtUs ? item.entry : undefined;
}

function touch(key: string, { byUse }: EntriesState): void {
  byUse.delete(key);
  byUse.add(key);
}

function keep(entry: StoreEntry): ClusterEffect {
  return { kind: 'remember', key: entry.key, item: { kind: 'store-entry', entry } };
}

function giveUp(keys: readonly string[], { byUse }: EntriesState): Pick<Executed, 'effects' | 'writes'> {
  for (const key of keys) byUse.delete(key);
  return {
    effects: keys.map((key) => ({ kind: 'forget', key })),
    writes: keys.map((key) => ({ name: 'DEL', key })),
  };
}

function valueReply(value: string | null): StoreReply {
  return { kind: 'store-reply', reply: 'value', value };
}
