/**
 * Finds a trace's visible events: a message that arrived or failed, a command, or another occurrence. A visible event
 * becomes a step once its end is known.
 */
import {
  type ClusterEvent,
  type ClusterMessage,
  type Command,
  DATABASE,
  isClient,
  LOAD_BALANCER,
} from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { CommandResult } from '../simulation/kernel/command.ts';
import type { LossReason } from '../simulation/kernel/trace-event.ts';

/**
 * `essential` is what a class looks at. It leaves out health checks and their findings, the database's messages, the
 * store's acknowledgments, and the hop of a reply through the load balancer. `full` shows these, too.
 */
export type Detail = 'essential' | 'full';

export type Fate =
  /** `isHeld`: its receiver's process is frozen, and handles it later. */
  | { readonly kind: 'delivered'; readonly isHeld?: true }
  /** Connection refused: nothing was sent. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'lost'; readonly why: LossReason };

export interface ShownMessage {
  readonly kind: 'message';
  /** Null for the cluster's own messages, and for those between clients. */
  readonly request: RequestId | null;
  readonly from: NodeId;
  readonly to: NodeId;
  /** As the displayed receiver gets it: the load balancer can add headers on the way. */
  readonly message: ClusterMessage;
  readonly fate: Fate;
  /** A reply that arrived after its receiver had stopped waiting. */
  readonly isLate: boolean;
  /** An idle connection is closed while a request is on its way over it. */
  readonly crosses?: true;
}

export interface ShownCommand {
  readonly kind: 'command';
  /** Index in the list of commands. */
  readonly index: number;
  readonly command: Command;
  readonly result: CommandResult;
}

export interface ShownOccurrence {
  readonly kind: 'occurrence';
  readonly occurrence: Occurrence;
}

type Occurrence =
  /** A client gives up without a response. */
  | {
      readonly kind: 'gave-up';
      readonly node: NodeId;
      readonly request: RequestId;
      readonly why: 'timed-out' | 'broken-connection';
    }
  /** A drained server has finished its last request and leaves. */
  | { readonly kind: 'left'; readonly node: NodeId }
  /** TIME-WAIT is over: the side that closed a TCP connection first deletes its state. */
  | { readonly kind: 'connection-expired'; readonly node: NodeId }
  /** The connection is reset, so a waiting node learns that no response will come. */
  | {
      readonly kind: 'reset';
      readonly node: NodeId;
      readonly by: NodeId;
      readonly request: RequestId | null;
    }
  /** A replica takes over from a primary that doesn't answer. */
  | { readonly kind: 'promoted'; readonly node: NodeId }
  /** Health checks find that a server is down, or up again. */
  | { readonly kind: 'noticed'; readonly node: NodeId; readonly server: NodeId; readonly isDown: boolean };

/** Indices of the first and last event that the visible event needs. */
export type VisibleEvent = { readonly start: number; readonly end: number } & (
  | ShownMessage
  | ShownCommand
  | ShownOccurrence
);

/** Start and sender of a reply, until the load balancer has forwarded it. */
interface FirstHop {
  readonly start: number;
  readonly from: NodeId;
}

/** Finds visible events in order of their ends, because a step shows what has happened. */
export class VisibleEventReader {
  #events: readonly ClusterEvent[] = [];
  #next = 0;
  readonly #detail: Detail;
  /** Send event of each message in flight, by message ID. */
  readonly #sent = new Map<number, number>();
  /** How many copies of a duplicated datagram are in flight besides the first, by message ID. */
  readonly #copies = new Map<number, number>();
  /** Keyed by ID of the load balancer's forwarded copy of the reply. */
  readonly #firstHops = new Map<number, FirstHop>();
  /** Exchange ID of each unsettled request's last attempt. */
  readonly #awaited = new Map<RequestId, number>();
  /** Connections that a request is on its way over, or being answered on: by server and exchange. */
  readonly #carrying = new Map<string, number>();
  /** Servers marked down, by the load balancer's memory key. */
  readonly #down = new Map<string, NodeId>();
  readonly #frozen = new Set<NodeId>();
  /** Stores that are replicas. */
  readonly #replicas = new Set<NodeId>();
  /** TCP connections in TIME-WAIT, by node and memory key. */
  readonly #waiting = new Set<string>();

  constructor(detail: Detail) {
    this.#detail = detail;
  }

  /**
   * Reads on, up to an event, exclusive. That is the first one of its kernel input: what an input causes at once is read
   * as a whole.
   *
   * @param events The trace: the same as before up to where it has been read.
   */
  readUpTo(end: number, events: readonly ClusterEvent[]): readonly VisibleEvent[] {
    this.#events = events;
    const found: VisibleEvent[] = [];
    for (; this.#next < end; this.#next += 1) {
      const event = events[this.#next];
      const visible = event === undefined ? null : this.#read(event, this.#next);
      if (visible !== null) found.push(visible);
    }
    return found;
  }

  /** No visible event that is still to come starts before this event, an index. */
  get earliestStart(): number {
    const [first] = this.#sent.values();
    let earliest = first === undefined ? this.#next : this.#startOfReaction(first);
    for (const { start } of this.#firstHops.values()) earliest = Math.min(earliest, start);
    return earliest;
  }

  #read(event: ClusterEvent, index: number): VisibleEvent | null {
    switch (event.kind) {
      case 'message-sent':
        this.#sent.set(event.message.id, index);
        this.#await(event.message);
        this.#carry(event.message);
        return null;
      case 'message-duplicated':
        this.#copies.set(event.message.id, (this.#copies.get(event.message.id) ?? 0) + 1);
        return null;
      case 'message-delivered':
        return this.#message(event, this.#deliveredTo(event.message.to), index);
      case 'message-refused':
        return this.#message(event, { kind: 'refused' }, index);
      case 'message-lost':
        return this.#message(event, { kind: 'lost', why: event.why }, index);
      case 'command-taken': {
        const { command, result } = event;
        return { kind: 'command', index: event.index, command, result, start: index, end: index };
      }
      case 'node-frozen':
        this.#frozen.add(event.node);
        return null;
      case 'node-thawed':
      case 'node-crashed':
        this.#frozen.delete(event.node);
        if (event.kind === 'node-crashed') this.#replicas.delete(event.node);
        return null;
      default: {
        const occurrence = this.#occurrence(event);
        return occurrence === null ? null : { kind: 'occurrence', occurrence, start: index, end: index };
      }
    }
  }

  #deliveredTo(node: NodeId): Fate {
    return this.#frozen.has(node) ? { kind: 'delivered', isHeld: true } : { kind: 'delivered' };
  }

  #await({ from, role, request, exchange }: ClusterMessage): void {
    if (isClient(from) && role === 'request' && request !== null) this.#awaited.set(request, exchange);
  }

  /** A request takes a connection; its reply gives it back. */
  #carry({ from, to, exchange, body }: ClusterMessage): void {
    if (body.kind === 'http-response') this.#carrying.delete(`${from} ${exchange}`);
    if (body.kind !== 'http-request' || body.connection === undefined) return;
    this.#carrying.set(`${to} ${exchange}`, body.connection);
  }

  /** A closed connection is a matter of detail, unless a request crosses the close. */
  #closing(event: MessageEvent, fate: Fate, end: number): VisibleEvent | null {
    const { message } = event;
    const { from, to, body } = message;
    const start = this.#startOf(message, end);
    if (body.kind !== 'connection-close') return null;
    const crosses = [...this.#carrying].some(
      ([place, connection]) => connection === body.connection && place.startsWith(`${from} `),
    );
    if (!crosses && this.#detail === 'essential') return null;
    const shown = {
      kind: 'message',
      request: null,
      from,
      to,
      message,
      fate,
      start,
      end,
      isLate: false,
    } as const;
    return crosses ? { ...shown, crosses } : shown;
  }

  #message(event: MessageEvent, fate: Fate, end: number): VisibleEvent | null {
    const { message } = event;
    if (message.body.kind === 'connection-close') return this.#closing(event, fate, end);
    const start = this.#startOf(message, end);
    const isForFull = event.background || isBackstage(message);
    if (isForFull && this.#detail === 'essential') return null;
    if (event.background && (fate.kind === 'delivered' || this.#isKnownDown(message.to))) return null;
    const { request, from, to } = message;
    const origin = this.#firstHops.get(message.id) ?? { start, from };
    this.#firstHops.delete(message.id);
    const shown = { kind: 'message', request, to, message, fate, end, ...origin } as const;
    if (message.role !== 'reply' || fate.kind !== 'delivered' || fate.isHeld)
      return { ...shown, isLate: false };
    if (isClient(to)) return { ...shown, isLate: !this.#isAwaited(message) };
    const passedOn = to === LOAD_BALANCER ? this.#passedOn(end) : undefined;
    if (passedOn !== undefined && this.#detail === 'essential') {
      this.#firstHops.set(passedOn.id, origin);
      return null;
    }
    return { ...shown, isLate: to === LOAD_BALANCER && passedOn === undefined };
  }

  /** What an actor remembers in the reaction that starts a request is part of that request. */
  #startOf(message: ClusterMessage, end: number): number {
    const sent = this.#sent.get(message.id) ?? end;
    const copies = this.#copies.get(message.id) ?? 0;
    if (copies > 0) this.#copies.set(message.id, copies - 1);
    else this.#sent.delete(message.id);
    return isClient(message.from) ? this.#startOfReaction(sent) : sent;
  }

  #startOfReaction(sent: number): number {
    const cause = this.#events[sent]?.cause ?? null;
    let start = sent;
    while (cause !== null && this.#events[start - 1]?.cause === cause) start -= 1;
    return start;
  }

  #isAwaited({ request, exchange }: ClusterMessage): boolean {
    return request !== null && this.#awaited.get(request) === exchange;
  }

  /** The load balancer's forwarded copy of the reply delivered at `index`; undefined after a timeout. */
  #passedOn(index: number): ClusterMessage | undefined {
    const cause = this.#events[index]?.id;
    for (let next = index + 1; this.#events[next]?.cause === cause; next += 1) {
      const event = this.#events[next];
      if (event?.kind === 'message-sent' && event.message.role === 'reply') return event.message;
    }
    return undefined;
  }

  #occurrence(event: ClusterEvent): Occurrence | null {
    switch (event.kind) {
      case 'request-settled':
        this.#awaited.delete(event.request);
        return this.#gaveUp(event);
      case 'node-left':
        return this.#causeOf(event)?.kind === 'node-draining' ? null : { kind: 'left', node: event.node };
      case 'connection-reset': {
        const { from, to, request } = event.message;
        const isCrossing = this.#isOnClosed(event);
        if (event.background || (this.#detail === 'essential' && !isCrossing)) return null;
        return { kind: 'reset', node: from, by: to, request };
      }
      case 'remembered':
        if (event.item.kind === 'tcp-connection' && event.item.connection.state === 'TIME-WAIT') {
          this.#waiting.add(`${event.node} ${event.key}`);
        }
        if (event.item.kind === 'store-role') return this.#takeRole(event.node, event.item.role);
        if (event.item.kind !== 'server-down') return null;
        this.#down.set(event.key, event.item.server);
        return this.#noticed(event.node, event.item.server, true);
      case 'forgot': {
        const hasWaited = this.#waiting.delete(`${event.node} ${event.key}`);
        if (hasWaited && this.#causeOf(event)?.kind === 'timer-fired') {
          return { kind: 'connection-expired', node: event.node };
        }
        const server = event.node === LOAD_BALANCER ? this.#down.get(event.key) : undefined;
        if (server === undefined) return null;
        this.#down.delete(event.key);
        return this.#noticed(event.node, server, false);
      }
      default:
        return null;
    }
  }

  /** A store that starts again, and takes a role that it had, isn't promoted. */
  #takeRole(node: NodeId, role: 'primary' | 'replica'): Occurrence | null {
    const wasReplica = this.#replicas.delete(node);
    if (role === 'replica') this.#replicas.add(node);
    return wasReplica && role === 'primary' ? { kind: 'promoted', node } : null;
  }

  /** Of health checks, only a failed one is informative, and only until the server is marked down. */
  #isKnownDown(node: NodeId): boolean {
    return [...this.#down.values()].includes(node);
  }

  /** A refusal is shown by the refused message, a failure by its response, if there is one. */
  #gaveUp(event: ClusterEvent & { readonly kind: 'request-settled' }): Occurrence | null {
    const { request, outcome } = event;
    const isBroken = this.#causeOf(event)?.kind === 'connection-reset';
    if (outcome !== 'timed-out' && !isBroken) return null;
    const why = isBroken ? 'broken-connection' : 'timed-out';
    return { kind: 'gave-up', node: clientOf(request), request, why };
  }

  /** Whether the request came over a connection that its receiver, which is up, had closed as idle. */
  #isOnClosed(event: ClusterEvent & { readonly kind: 'connection-reset' }): boolean {
    const { body } = event.message;
    const isOfBalancer = body.kind === 'http-request' && body.connection !== undefined;
    return isOfBalancer && this.#causeOf(event)?.kind === 'message-delivered';
  }

  #noticed(node: NodeId, server: NodeId, isDown: boolean): Occurrence | null {
    return this.#detail === 'essential' ? null : { kind: 'noticed', node, server, isDown };
  }

  #causeOf({ cause }: ClusterEvent): ClusterEvent | undefined {
    return cause === null ? undefined : this.#events[cause];
  }
}

type MessageEvent = Extract<ClusterEvent, { kind: 'message-delivered' | 'message-refused' | 'message-lost' }>;

/** Internal messages, and messages that only confirm success. */
function isBackstage({ from, to, body }: ClusterMessage): boolean {
  switch (body.kind) {
    case 'store-reply':
      return body.reply !== 'value' && body.reply !== 'error';
    // No copies exist.
    case 'session-copies':
      return body.copies.length === 0;
    case 'sessions-wanted':
    case 'store-ping':
    case 'store-sync':
    case 'store-demotion':
      return true;
    default:
      return from === DATABASE || to === DATABASE;
  }
}

function clientOf(request: RequestId): NodeId {
  return request.slice(0, request.indexOf('/'));
}
