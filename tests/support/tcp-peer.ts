/** One end of a TCP connection without the kernel: sent segments stay in its outbox until the test takes them. */
import { abort, close, listen, open, send, timeout } from '../../src/simulation/protocols/tcp/calls.ts';
import { has, notation, type Segment } from '../../src/simulation/protocols/tcp/segment.ts';
import { segmentArrives } from '../../src/simulation/protocols/tcp/segment-arrives.ts';
import {
  CLOSED,
  standardSettings,
  type Tcb,
  type TcpReaction,
  type TcpSettings,
  type TcpTimer,
} from '../../src/simulation/protocols/tcp/tcb.ts';

const CLIENT_PORT = 49_152;
const SERVER_PORT = 80;

export class Peer {
  tcb: Tcb = CLOSED;
  nowUs = 0;
  /** Expiry of each active timer. */
  readonly timers = new Map<TcpTimer, number>();
  readonly outbox: Segment[] = [];
  /** Signals and failed calls, in order. */
  readonly told: string[] = [];
  /** All text delivered to the application. */
  received = '';
  readonly #settings: TcpSettings;
  readonly #localPort: number;
  readonly #remotePort: number;

  constructor(side: 'client' | 'server', settings: Partial<TcpSettings> = {}) {
    this.#settings = { ...standardSettings, ...settings };
    this.#localPort = side === 'client' ? CLIENT_PORT : SERVER_PORT;
    this.#remotePort = side === 'client' ? SERVER_PORT : CLIENT_PORT;
  }

  get state() {
    return this.tcb.state;
  }

  open(iss: number): void {
    const ports = { localPort: this.#localPort, remotePort: this.#remotePort };
    this.#take(open({ ...ports, iss, settings: this.#settings, nowUs: this.nowUs }));
  }

  listen(): void {
    this.tcb = listen(this.#localPort, this.#settings);
  }

  send(text: string): void {
    this.#take(send(this.tcb, text, this.nowUs));
  }

  close(): void {
    this.#take(close(this.tcb, this.nowUs));
  }

  abort(): void {
    this.#take(abort(this.tcb, this.nowUs));
  }

  /** Clears everything that the host remembers. */
  reboot(): void {
    this.tcb = CLOSED;
    this.timers.clear();
    this.received = '';
  }

  arrive(segment: Segment, iss = 0): void {
    this.#take(segmentArrives(this.tcb, segment, { nowUs: this.nowUs, chooseIss: () => iss }));
  }

  /** @param text In the figures' notation, without data. */
  arriveText(text: string, iss = 0): void {
    this.arrive(this.#parse(text), iss);
  }

  expire(timer: TcpTimer): void {
    const dueUs = this.timers.get(timer);
    if (dueUs === undefined) throw new Error(`The timer ${timer} is not set.`);
    this.timers.delete(timer);
    this.nowUs = dueUs;
    this.#take(timeout(this.tcb, timer, dueUs));
  }

  /** Takes the oldest segment in the outbox. */
  take(): Segment {
    const segment = this.outbox.shift();
    if (segment === undefined) throw new Error('The outbox is empty.');
    return segment;
  }

  #parse(text: string): Segment {
    const field = (name: string) => new RegExp(`<${name}=([^>]*)>`).exec(text)?.[1];
    const bits = (field('CTL') ?? '').split(',');
    const control = (['SYN', 'FIN', 'RST', 'PSH'] as const).filter((bit) => bits.includes(bit));
    const ack = bits.includes('ACK') ? Number(field('ACK')) : null;
    const ports = { sourcePort: this.#remotePort, destinationPort: this.#localPort };
    return { kind: 'tcp-segment', ...ports, seq: Number(field('SEQ')), ack, control, data: '' };
  }

  #take({ tcb, effects }: TcpReaction): void {
    this.tcb = tcb;
    for (const effect of effects) {
      switch (effect.kind) {
        case 'send-segment':
          this.outbox.push(effect.segment);
          break;
        case 'set-timer':
          this.timers.set(effect.timer, this.nowUs + effect.delayUs);
          break;
        case 'cancel-timer':
          this.timers.delete(effect.timer);
          break;
        case 'deliver':
          this.received += effect.text;
          break;
        case 'tell':
          this.told.push(effect.signal);
          break;
        case 'call-failed':
          this.told.push(`error: ${effect.error}`);
          break;
        default:
          throw new Error(`Unknown effect ${effect satisfies never}`);
      }
    }
  }
}

/**
 * A segment in the figures' notation. The figures leave out PSH, which the last segment of a SEND must have (MUST-61),
 * and the byte count where it doesn't matter.
 */
export function inFigure(segment: Segment): string {
  return notation({ ...segment, control: segment.control.filter((bit) => bit !== 'PSH') });
}

/**
 * Delivers the oldest segment of one peer to the other.
 *
 * @returns The figure's line.
 */
export function fly(from: Peer, to: Peer, iss = 0): string {
  const departed = from.state;
  const segment = from.take();
  to.arrive(segment, iss);
  return `${departed} --> ${inFigure(segment)} --> ${to.state}`;
}

/** An established connection with these initial sequence numbers. */
export function establishedPair(
  clientIss: number,
  serverIss: number,
  settings: Partial<TcpSettings> = {},
): readonly [client: Peer, server: Peer] {
  const client = new Peer('client', settings);
  const server = new Peer('server', settings);
  server.listen();
  client.open(clientIss);
  while (client.outbox.length + server.outbox.length > 0) {
    if (client.outbox.length > 0) server.arrive(client.take(), serverIss);
    else client.arrive(server.take());
  }
  return [client, server];
}

export function isReset(segment: Segment): boolean {
  return has(segment, 'RST');
}
