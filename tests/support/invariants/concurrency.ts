/**
 * Concurrent requests on one session, in a model of its own: the store's registers, and what each request has read of
 * them. It reads commands and replies on the wire, so it doesn't depend on how a server decides.
 */
import type { ClusterEvent, ClusterMessage } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';

const SESSION = 'session:';
const LOCK = 'lock:';

/** The text of each session on each store. */
class Registers {
  readonly #texts = new Map<string, string>();

  see(event: ClusterEvent): void {
    if (event.kind === 'remembered' && event.item.kind === 'store-entry') {
      this.#texts.set(`${event.node} ${event.key}`, event.item.entry.value);
    }
    if (event.kind === 'forgot') this.#texts.delete(`${event.node} ${event.key}`);
    if (event.kind === 'node-crashed' && event.forgets) this.#empty(event.node);
  }

  at(node: NodeId, key: string): string | undefined {
    return this.#texts.get(`${node} ${key}`);
  }

  #empty(node: NodeId): void {
    for (const place of [...this.#texts.keys()]) if (place.startsWith(`${node} `)) this.#texts.delete(place);
  }
}

/** The text of a session, as a request has read it or written it itself. */
interface Known {
  readonly text: string | null;
  /** Whether it has written this. */
  readonly isOwn: boolean;
}

/** What each request has read, or has written itself, of each session. */
class Readings {
  /** The key that each exchange asks for. */
  readonly #asked = new Map<string, string>();
  /** The latest one last. */
  readonly #texts = new Map<string, Known[]>();
  /** How often servers have begun each request. A client's retry can run beside its first attempt. */
  readonly #begun = new Map<string, number>();
  /** Sessions that a request has found. */
  readonly #found = new Set<string>();

  /** @param message A message that has arrived. */
  hear({ from, to, exchange, request, body }: ClusterMessage): void {
    if (body.kind === 'store-command' && body.name === 'GET')
      this.#asked.set(`${from} ${exchange}`, body.key);
    if (body.kind !== 'store-reply' || body.reply !== 'value') return;
    const key = this.#asked.get(`${to} ${exchange}`);
    this.#asked.delete(`${to} ${exchange}`);
    if (key === undefined) return;
    this.#add(`${request} ${key}`, { text: body.value, isOwn: false });
    if (body.value !== null) this.#found.add(`${request} ${key}`);
  }

  begin(request: string): void {
    this.#begun.set(request, (this.#begun.get(request) ?? 0) + 1);
  }

  write(request: string, key: string, known: Known): void {
    this.#add(`${request} ${key}`, known);
  }

  #add(place: string, known: Known): void {
    const texts = this.#texts.get(place);
    if (texts === undefined) this.#texts.set(place, [known]);
    else texts.push(known);
  }

  /** Whether this is what the request has read last, or one of its attempts has read, or what it has written itself. */
  includes(request: string, key: string, text: string): boolean {
    const known = this.#texts.get(`${request} ${key}`) ?? [];
    // Nobody else loses anything. After a reply that was lost, a server writes to the other store again.
    if (known.some((each) => each.isOwn && each.text === text)) return true;
    const read = known.filter(({ isOwn }) => !isOwn);
    const hasSeveral = (this.#begun.get(request) ?? 0) > 1;
    return (hasSeveral ? read : read.slice(-1)).some((each) => each.text === text);
  }

  /** Whether the session was there before this request. Its own new session it may write again, to another store. */
  hasFound(request: string, key: string): boolean {
    return this.#found.has(`${request} ${key}`);
  }
}

/**
 * Under `if-unchanged` and `lock`, a write over a session replaces the text that its request has read, and no request
 * brings back a session that another one has ended.
 */
export function noLostUpdate(report: Report, { sessions, strategy }: ClusterScenario): Checker {
  const isChecked = sessions.writes === 'if-unchanged' || sessions.writes === 'lock';
  if (strategy !== 'shared-store' || !isChecked) return {};
  const registers = new Registers();
  const readings = new Readings();
  let input: ClusterEvent | null = null;
  return {
    see(event) {
      if (event.kind === 'request-begun') readings.begin(event.request);
      if (event.kind === 'message-delivered') {
        readings.hear(event.message);
        input = event;
      }
      const command = input?.kind === 'message-delivered' && input.id === event.cause ? input.message : null;
      if (event.kind === 'remembered' && command?.body.kind === 'store-command') {
        const { node, key, item } = event;
        const isWrite = command.body.key === key && key.startsWith(SESSION) && item.kind === 'store-entry';
        if (isWrite) {
          const request = command.request ?? '';
          const before = registers.at(node, key);
          if (before !== undefined && !readings.includes(request, key, before)) {
            report(`${request} writes over a version of ${key} that it hasn't read`);
          }
          if (before === undefined && readings.hasFound(request, key)) {
            report(`${request} brings back ${key}, which has ended since it was read`);
          }
          readings.write(request, key, { text: item.entry.value, isOwn: true });
        }
      }
      registers.see(event);
    },
  };
}

/** A lock is taken only while nobody has it, and given back by its holder only. */
export function oneHolderPerLock(report: Report, { sessions, strategy }: ClusterScenario): Checker {
  if (strategy !== 'shared-store' || sessions.writes !== 'lock') return {};
  const holders = new Map<string, { readonly request: string; readonly untilUs: number }>();
  let input: ClusterMessage | null = null;
  let inputId = -1;
  return {
    see(event) {
      if (event.kind === 'message-delivered') {
        input = event.message;
        inputId = event.id;
      }
      if (event.kind === 'node-crashed' && event.forgets) clear(holders, event.node);
      if (event.kind !== 'remembered' && event.kind !== 'forgot') return;
      if (!event.key.startsWith(LOCK) || input?.body.kind !== 'store-command' || event.cause !== inputId) {
        // An expired, evicted or replicated lock.
        if (event.key.startsWith(LOCK)) holders.delete(`${event.node} ${event.key}`);
        return;
      }
      const place = `${event.node} ${event.key}`;
      const request = input.request ?? '';
      const holder = holders.get(place);
      if (event.kind === 'remembered') {
        if (holder !== undefined && holder.untilUs > event.atUs) {
          report(`${request} takes the lock that ${holder.request} holds`);
        }
        const untilUs = event.item.kind === 'store-entry' ? event.item.entry.expiresAtUs : 0;
        holders.set(place, { request, untilUs });
        return;
      }
      const isOwn = input.body.key === event.key;
      if (isOwn && holder !== undefined && holder.request !== request && holder.untilUs > event.atUs) {
        report(`${request} gives back the lock that ${holder.request} holds`);
      }
      holders.delete(place);
    },
  };
}

function clear(holders: Map<string, unknown>, node: NodeId): void {
  for (const place of [...holders.keys()]) if (place.startsWith(`${node} `)) holders.delete(place);
}
