/**
 * Which node has which state of each session and each login, and which state is the latest, from the events of a run alone.
 */
import {
  type ClusterEvent,
  type ClusterMessage,
  isClient,
  isStore,
  SESSION_STORE_REPLICA,
} from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import { type MemoryItem, sessionIn } from '../memory.ts';
import type { StoreEntry } from '../protocols/store.ts';
import { isSessionKey, readSession, type SessionData } from '../session.ts';
import { HeldTokens, isLogin } from './logins.ts';

/** A write by a server on behalf of a request, as opposed to a copy between nodes. */
interface Write {
  readonly item: MemoryItem;
  readonly node: NodeId;
  readonly event: EventId;
}

interface Kept {
  readonly item: MemoryItem;
  readonly durable: boolean;
  /** When the node got it. */
  readonly atUs: number;
}

/** Writes of one session that are remembered, to recognize a command that is executed at a second store. */
const VALUES_KEPT_MAX = 16;

const nothing: ReadonlyMap<string, Kept> = new Map();

export class SessionStates {
  readonly #byNode = new Map<NodeId, Map<string, Kept>>();
  readonly #latest = new Map<string, Write>();
  /** By key: what stores have been told to write, oldest first. */
  readonly #values = new Map<string, string[]>();
  /** Servers' own copies of sessions in a store. They're never the last copy, because no other server can get them. */
  readonly #localCopies = new Map<string, Kept>();
  /** By how much servers' clocks are ahead. */
  readonly #clocks = new Map<NodeId, number>();
  readonly #tokens = new HeldTokens();
  #hasReplica = false;
  #input: ClusterEvent | null = null;

  /** Call for each event, after its detectors have compared it with the state before. */
  follow(event: ClusterEvent): void {
    switch (event.kind) {
      case 'message-delivered':
      case 'command-taken':
        this.#input = event;
        return;
      case 'node-started':
        this.#hasReplica ||= event.node === SESSION_STORE_REPLICA;
        return;
      case 'remembered':
        this.#remember(event);
        return;
      case 'forgot':
        this.#tokens.follow(event);
        this.#byNode.get(event.node)?.delete(event.key);
        return;
      case 'node-crashed':
        if (event.forgets) this.#empty(event.node, ({ durable }) => !durable);
        return;
      case 'node-left':
        this.#empty(event.node, () => true);
        return;
      default:
    }
  }

  /** The message that an event is an immediate reaction to; null for other causes. */
  messageBehind({ cause }: ClusterEvent): ClusterMessage | null {
    return cause !== null && this.#input?.kind === 'message-delivered' && this.#input.id === cause
      ? this.#input.message
      : null;
  }

  /** Whether an operator's command is the immediate cause. */
  isAfterCommand({ cause }: ClusterEvent): boolean {
    return cause !== null && this.#input?.kind === 'command-taken' && this.#input.id === cause;
  }

  on(node: NodeId): ReadonlyMap<string, Kept> {
    return this.#byNode.get(node) ?? nothing;
  }

  localCopy(node: NodeId, key: string): Kept | undefined {
    return this.#localCopies.get(`${node} ${key}`);
  }

  /** Whether a session's time is over on every node that has it. No server would serve it any longer. */
  isOver(key: string, nowUs: number): boolean {
    let isKnown = false;
    for (const items of this.#byNode.values()) {
      const kept = items.get(key);
      if (kept === undefined) continue;
      if (nowUs < endOf(kept)) return false;
      isKnown = true;
    }
    return isKnown;
  }

  /** Whether a server's own clock says that the time of a session on it is over. */
  hasExpiredThere(node: NodeId, key: string, nowUs: number): boolean {
    const item = this.on(node).get(key)?.item;
    if (item?.kind !== 'session' || item.expiresAtUs === undefined) return false;
    return nowUs + (this.#clocks.get(node) ?? 0) >= item.expiresAtUs;
  }

  /**
   * Whether a store executes a command that another one has executed before, on which the latest state is based: it waited
   * at a frozen process until its sender asked the other store.
   */
  isOutdatedRepeat({ key, item }: ClusterEvent & { readonly kind: 'remembered' }): boolean {
    const latest = this.#latest.get(key)?.item;
    if (item.kind !== 'store-entry' || latest?.kind !== 'store-entry') return false;
    const values = this.#values.get(key) ?? [];
    const written = values.indexOf(item.entry.value);
    return written >= 0 && values.lastIndexOf(latest.entry.value) > written;
  }

  /** Undefined for a session that has ended or is lost. */
  latest(key: string): Write | undefined {
    return this.#latest.get(key);
  }

  /** The session is over, or what is left of it is the latest state now. */
  settle(key: string, remaining: Write | undefined): void {
    if (remaining === undefined || (isLogin(remaining.item) && !this.isCurrent(remaining.item)))
      this.#forgetLatest(key);
    else this.#latest.set(key, remaining);
  }

  /** Whether this is a login whose refresh token a client has, so that nothing is lost with another version of it. */
  isCurrent(item: MemoryItem): boolean {
    return this.#tokens.fit(item);
  }

  /** The copies of a session on other nodes. */
  *elsewhere(key: string, node: NodeId): Generator<readonly [NodeId, MemoryItem], void, undefined> {
    for (const [other, items] of this.#byNode) {
      const kept = other === node ? undefined : items.get(key);
      if (kept !== undefined) yield [other, kept.item];
    }
  }

  #remember(event: ClusterEvent & { readonly kind: 'remembered' }): void {
    const { node, key, item, durable, id, atUs } = event;
    if (item.kind === 'clock') this.#clocks.set(node, item.offsetUs);
    if (item.kind === 'local-copy') this.#localCopies.set(`${node} ${key}`, { item, durable, atUs });
    this.#tokens.follow(event);
    if (isClient(node) || !(isSessionItem(item) || isLogin(item))) return;
    let items = this.#byNode.get(node);
    if (items === undefined) {
      items = new Map();
      this.#byNode.set(node, items);
    }
    items.set(key, { item, durable, atUs });
    if (isCopy(this.messageBehind(event)) || this.isOutdatedRepeat(event)) return;
    this.#latest.set(key, { item, node, event: id });
    if (this.#hasReplica && item.kind === 'store-entry') this.#keepValue(item.entry);
  }

  #forgetLatest(key: string): void {
    this.#latest.delete(key);
    this.#values.delete(key);
  }

  #keepValue({ key, value }: StoreEntry): void {
    let values = this.#values.get(key);
    if (values === undefined) {
      values = [];
      this.#values.set(key, values);
    }
    values.push(value);
    if (values.length > VALUES_KEPT_MAX) values.shift();
  }

  #empty(node: NodeId, isGone: (kept: Kept) => boolean): void {
    const items = this.#byNode.get(node);
    for (const [key, kept] of items ?? []) if (isGone(kept)) items?.delete(key);
  }
}

/** A server's clock can be wrong, so only the time that was left counts. */
function endOf({ item, atUs }: Kept): number {
  if (item.kind === 'store-entry') return item.entry.expiresAtUs;
  if (item.kind !== 'session' || item.expiresAtUs === undefined) return Number.POSITIVE_INFINITY;
  return atUs + item.expiresAtUs - item.session.lastSeenUs;
}

export type SessionItem = Extract<MemoryItem, { kind: 'session' | 'store-entry' }>;

export function isSessionItem(item: MemoryItem): item is SessionItem {
  return item.kind === 'session' || (item.kind === 'store-entry' && isSessionKey(item.entry.key));
}

/** Whether a message brings copies of what was written elsewhere. */
export function isCopy(message: ClusterMessage | null): boolean {
  if (message === null) return false;
  const { body, to } = message;
  switch (body.kind) {
    case 'session-copy':
    case 'session-copies':
    case 'store-copy':
      return true;
    case 'store-reply':
      return isStore(to) && body.reply === 'dump';
    default:
      return false;
  }
}

/** Whether two entries say the same about the user. Timestamps don't count. */
export function saysTheSame(one: MemoryItem, other: MemoryItem): boolean {
  if (one === other) return true;
  if (one.kind === 'store-entry' && other.kind === 'store-entry' && one.entry.value === other.entry.value) {
    return true;
  }
  // A login's entry changes with each rotation.
  if (isLogin(one) || isLogin(other)) return false;
  return JSON.stringify(dataIn(one)) === JSON.stringify(dataIn(other));
}

function dataIn(item: MemoryItem): SessionData | undefined {
  return item.kind === 'local-copy' ? readSession(item.value).data : sessionIn(item)?.data;
}
