/**
 * One node's TCP: its connections, and segments that match none. It turns effects of the protocol machine into kernel
 * effects, stores each connection's block in the node's memory, and notifies the application.
 */
import type { ClusterContext, ClusterEffect, ClusterMessage } from '../../cluster.ts';
import type { NodeId, RequestId, TimerName } from '../../kernel/actor.ts';
import { abort, close, listen, open, send, timeout } from '../../protocols/tcp/calls.ts';
import { has, type Segment } from '../../protocols/tcp/segment.ts';
import { segmentArrives } from '../../protocols/tcp/segment-arrives.ts';
import { SEQUENCE_MAX } from '../../protocols/tcp/sequence.ts';
import {
  CLOSED,
  type Connection,
  type Tcb,
  type TcpReaction,
  type TcpSettings,
  type TcpSignal,
  type TcpTimer,
} from '../../protocols/tcp/tcb.ts';

export interface TcpHostOptions {
  readonly settings: TcpSettings;
  /** Port for passive OPEN, or null. */
  readonly listensOn: number | null;
  /** Initial sequence number of the first connection. Later ones are unpredictable (RFC 9293 §3.4.1). */
  readonly firstIss: number | null;
}

/** Notification to an application about its connection. */
export type TcpNotice = { readonly connection: string } & (
  | { readonly kind: 'signal'; readonly signal: TcpSignal }
  | {
      readonly kind: 'delivered';
      readonly text: string;
      readonly peer: NodeId;
      readonly request: RequestId | null;
    }
  /** All data given so far is acknowledged. */
  | { readonly kind: 'acknowledged' }
  /** Both directions have closed normally. */
  | { readonly kind: 'finished' }
  | { readonly kind: 'call-failed' }
);

export interface HostReaction {
  readonly effects: readonly ClusterEffect[];
  readonly notices: readonly TcpNotice[];
}

interface Live {
  connection: Connection;
  readonly peer: NodeId;
  /** The client request that this connection currently serves. */
  request: RequestId | null;
}

/** First of the dynamic ports (RFC 6335 §6), and how many there are. */
export const EPHEMERAL_PORT = 49_152;
const EPHEMERAL_PORTS = 16_384;

export class TcpHost {
  readonly #options: TcpHostOptions;
  readonly #connections = new Map<string, Live>();
  #opened = 0;
  /** After a reboot, a host must not reuse old sequence numbers (RFC 9293 §3.4.3). */
  #mayUseFirstIss = false;
  /** Whether its process has died: nothing listens, and what is left of its connections ends. */
  #isOrphan = false;

  constructor(options: TcpHostOptions) {
    this.#options = options;
  }

  /** Called when the node starts. */
  start({ nowUs }: ClusterContext): readonly ClusterEffect[] {
    this.#mayUseFirstIss = nowUs === 0;
    const { listensOn: port } = this.#options;
    if (port === null) return [];
    return [{ kind: 'remember', key: `tcp listener ${port}`, item: { kind: 'tcp-listener', port } }];
  }

  /** Connections that are neither closed nor closing. */
  get openConnections(): readonly string[] {
    return [...this.#connections].flatMap(([name, { connection }]) => (connection.closeCalled ? [] : [name]));
  }

  /** Nothing left to send or receive. A connection in TIME-WAIT is over. */
  get isIdle(): boolean {
    return [...this.#connections.values()].every(({ connection }) => connection.state === 'TIME-WAIT');
  }

  requestOf(connection: string): RequestId | null {
    return this.#connections.get(connection)?.request ?? null;
  }

  peerOf(connection: string): NodeId | null {
    return this.#connections.get(connection)?.peer ?? null;
  }

  /** @returns Also the connection's name. It isn't established yet. */
  open(
    peer: NodeId,
    remotePort: number,
    request: RequestId | null,
    context: ClusterContext,
  ): HostReaction & { readonly connection: string } {
    const localPort = this.#freePort();
    const name = `tcp :${localPort}`;
    const iss = this.#chooseIss(context);
    const { settings } = this.#options;
    const reaction = open({ localPort, remotePort, iss, settings, nowUs: context.nowUs });
    return { connection: name, ...this.#take(name, CLOSED, { peer, request }, reaction) };
  }

  /** SEND, on behalf of this request. */
  send(name: string, text: string, request: RequestId | null, { nowUs }: ClusterContext): HostReaction {
    return this.#call(name, request, (tcb) => send(tcb, text, nowUs));
  }

  close(name: string, request: RequestId | null, { nowUs }: ClusterContext): HostReaction {
    return this.#call(name, request, (tcb) => close(tcb, nowUs));
  }

  abort(name: string, request: RequestId | null, { nowUs }: ClusterContext): HostReaction {
    return this.#call(name, request, (tcb) => abort(tcb, nowUs));
  }

  arrive(message: ClusterMessage, segment: Segment, context: ClusterContext): HostReaction {
    const name = this.#nameFor(message, segment);
    const live = this.#connections.get(name);
    const { settings, listensOn } = this.#options;
    const port = segment.destinationPort;
    const isOpen = port === listensOn && !this.#isOrphan;
    const tcb = live?.connection ?? (isOpen ? listen(port, settings) : CLOSED);
    const chooseIss = () => this.#chooseIss(context);
    const reaction = segmentArrives(tcb, segment, { nowUs: context.nowUs, chooseIss });
    // A client sets the request itself; a server learns it from arriving segments.
    const request =
      (port === listensOn ? (message.request ?? live?.request) : (live?.request ?? message.request)) ?? null;
    const taken = this.#take(name, tcb, { peer: live?.peer ?? message.from, request }, reaction);
    if (live !== undefined || has(segment, 'SYN') || has(segment, 'RST')) return taken;
    return { ...taken, effects: [{ kind: 'recall', key: name, found: false }, ...taken.effects] };
  }

  /**
   * The process dies. Its connections close with a FIN, or with a reset if it hasn't read everything (RFC 1122
   * §4.2.2.13).
   *
   * @param unread Connections with data that the process hasn't read.
   */
  die(unread: ReadonlySet<string>, context: ClusterContext): readonly ClusterEffect[] {
    this.#isOrphan = true;
    return [...this.#connections].flatMap(([name, { request }]) => {
      const { effects } = unread.has(name)
        ? this.abort(name, request, context)
        : this.close(name, request, context);
      return effects.filter(isSending);
    });
  }

  /** Data for a dead process draws a reset, and so does everything for a port that nothing listens on. */
  afterDeath(message: ClusterMessage, segment: Segment, context: ClusterContext): readonly ClusterEffect[] {
    const name = this.#nameFor(message, segment);
    const isForNobody = segment.data !== '' && this.#connections.has(name);
    const { effects } = isForNobody
      ? this.abort(name, message.request, context)
      : this.arrive(message, segment, context);
    return effects.filter(isSending);
  }

  /** Null when it isn't one of TCP's timers. */
  expire(timer: TimerName, { nowUs }: ClusterContext): HostReaction | null {
    const parsed = parseTcpTimer(timer);
    if (parsed === null) return null;
    const { connection: name } = parsed;
    const request = this.requestOf(name);
    return this.#call(name, request, (tcb) => timeout(tcb, parsed.timer, nowUs));
  }

  #call(name: string, request: RequestId | null, act: (tcb: Tcb) => TcpReaction): HostReaction {
    const live = this.#connections.get(name);
    const tcb = live?.connection ?? CLOSED;
    return this.#take(name, tcb, { peer: live?.peer ?? '', request }, act(tcb));
  }

  /** A client has a port per connection, and doesn't need to know which node is behind an address. */
  #nameFor({ from }: ClusterMessage, { sourcePort, destinationPort }: Segment): string {
    return destinationPort === this.#options.listensOn
      ? `tcp ${from}:${sourcePort}`
      : `tcp :${destinationPort}`;
  }

  /** A port without a connection, not even one in TIME-WAIT. */
  #freePort(): number {
    for (let offset = 0; offset < EPHEMERAL_PORTS; offset += 1) {
      const port = EPHEMERAL_PORT + ((this.#opened + offset) % EPHEMERAL_PORTS);
      if (!this.#connections.has(`tcp :${port}`)) return port;
    }
    throw new Error('All ports are in use.');
  }

  #chooseIss({ random }: ClusterContext): number {
    const { firstIss } = this.#options;
    const isFirst = this.#opened === 0 && this.#mayUseFirstIss;
    this.#opened += 1;
    return isFirst && firstIss !== null ? firstIss : random.integer(0, SEQUENCE_MAX);
  }

  /** Updates memory first, so that it already reflects a segment when the reply to it is sent. */
  #take(name: string, before: Tcb, of: Pick<Live, 'peer' | 'request'>, reaction: TcpReaction): HostReaction {
    const { tcb } = reaction;
    const effects: ClusterEffect[] = [...this.#keep(name, before, tcb, of)];
    const notices: TcpNotice[] = [];
    for (const effect of reaction.effects) {
      switch (effect.kind) {
        case 'send-segment': {
          const { segment: body } = effect;
          effects.push({
            kind: 'send',
            to: of.peer,
            role: 'datagram',
            exchange: 0,
            body,
            request: of.request,
          });
          break;
        }
        case 'set-timer':
          effects.push({
            kind: 'set-timer',
            timer: tcpTimerName(name, effect.timer),
            delayUs: effect.delayUs,
          });
          break;
        case 'cancel-timer':
          effects.push({ kind: 'cancel-timer', timer: tcpTimerName(name, effect.timer) });
          break;
        case 'deliver':
          notices.push({
            connection: name,
            kind: 'delivered',
            text: effect.text,
            peer: of.peer,
            request: of.request,
          });
          break;
        case 'tell':
          notices.push({ connection: name, kind: 'signal', signal: effect.signal });
          if (effect.signal === 'closed' && before.state !== 'TIME-WAIT') {
            notices.push({ connection: name, kind: 'finished' });
          }
          break;
        case 'call-failed':
          notices.push({ connection: name, kind: 'call-failed' });
          break;
        default:
          throw new Error(`Unknown effect ${effect satisfies never}`);
      }
    }
    if (hasUnacknowledged(before) && 'sndUna' in tcb && !hasUnacknowledged(tcb)) {
      notices.push({ connection: name, kind: 'acknowledged' });
    }
    if (tcb.state === 'TIME-WAIT' && before.state !== 'TIME-WAIT') {
      notices.push({ connection: name, kind: 'finished' });
    }
    return { effects, notices };
  }

  #keep(name: string, before: Tcb, tcb: Tcb, { peer, request }: Pick<Live, 'peer' | 'request'>) {
    const effects: ClusterEffect[] = [];
    if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') {
      this.#connections.delete(name);
      effects.push({ kind: 'forget', key: name });
      return effects;
    }
    this.#connections.set(name, { connection: tcb, peer, request });
    if (tcb !== before) {
      effects.push({
        kind: 'remember',
        key: name,
        item: { kind: 'tcp-connection', peer, connection: tcb },
      });
    }
    return effects;
  }
}

function isSending({ kind }: ClusterEffect): boolean {
  return kind === 'send';
}

function hasUnacknowledged(tcb: Tcb): boolean {
  return 'sndUna' in tcb && (tcb.sndUna !== tcb.sndNxt || tcb.unsent.length > 0);
}

function tcpTimerName(connection: string, timer: TcpTimer): string {
  return `${connection} ${timer}`;
}

/** Parses a timer's name in the trace; null when it isn't one of TCP's. */
function parseTcpTimer(name: TimerName): { readonly connection: string; readonly timer: TcpTimer } | null {
  if (typeof name !== 'string') return null;
  const [, connection, timer] = /^(tcp \S+) (retransmission|user-timeout|time-wait)$/.exec(name) ?? [];
  if (connection === undefined) return null;
  return { connection, timer: timer as TcpTimer };
}
