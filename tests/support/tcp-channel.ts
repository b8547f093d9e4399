/**
 * Two TCP endpoints and a network driven by the test: it chooses which segment arrives next, which is lost or
 * duplicated, and when a timer expires. Nothing arrives by itself.
 */
import type { Segment } from '../../src/simulation/protocols/tcp/segment.ts';
import { advance } from '../../src/simulation/protocols/tcp/sequence.ts';
import { Peer } from './tcp-peer.ts';

export type Side = 'client' | 'server';

export type Move =
  | { readonly kind: 'deliver' | 'lose' | 'duplicate'; readonly which: number }
  /** Time passes until the next timer expires. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'send'; readonly side: Side; readonly text: string }
  | { readonly kind: 'close'; readonly side: Side };

export interface ChannelOptions {
  readonly clientIss: number;
  readonly serverIss: number;
  /** Both ends call OPEN. */
  readonly isSimultaneous?: boolean;
}

const sides = ['client', 'server'] as const;
const canClose = new Set(['SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT']);

/** A segment's latency. Other moves take no time. */
const TRANSIT_US = 1_000;

export class Channel {
  readonly client = new Peer('client', { mssBytes: 8 });
  readonly server = new Peer('server', { mssBytes: 8 });
  /** What each application has sent, and whether it has closed. */
  readonly given: Record<Side, string> = { client: '', server: '' };
  readonly closed: Record<Side, boolean> = { client: false, server: false };
  readonly #flying: { readonly to: Side; readonly segment: Segment }[] = [];
  /** For the server's next connection. A rebooted host uses fresh sequence numbers. */
  #serverIss: number;
  #nowUs = 0;

  constructor({ clientIss, serverIss, isSimultaneous = false }: ChannelOptions) {
    this.#serverIss = serverIss;
    if (isSimultaneous) this.server.open(serverIss);
    else this.server.listen();
    this.client.open(clientIss);
    this.#collect();
  }

  peer(side: Side): Peer {
    return side === 'client' ? this.client : this.server;
  }

  move(move: Move): void {
    switch (move.kind) {
      case 'deliver':
      case 'lose':
      case 'duplicate':
        this.#onTheWay(move.kind, move.which);
        break;
      case 'wait':
        this.#wait();
        break;
      case 'send':
        this.#send(move.side, move.text);
        break;
      case 'close':
        this.close(move.side);
        break;
      default:
        throw new Error(`Unknown move ${move satisfies never}`);
    }
    this.#collect();
  }

  close(side: Side): void {
    const peer = this.peer(side);
    if (this.closed[side] || !canClose.has(peer.state)) return;
    this.closed[side] = true;
    this.#at(peer).close();
    this.#collect();
  }

  reboot(side: Side): void {
    this.peer(side).reboot();
    this.closed[side] = false;
    this.#serverIss = advance(this.#serverIss, 2 ** 30);
  }

  /**
   * Delivers every segment in order and closes both sides.
   *
   * @returns Whether both ends finished.
   */
  settle(): boolean {
    for (let moves = 0; moves < 5_000; moves += 1) {
      const open = sides.find((side) => !this.closed[side] && canClose.has(this.peer(side).state));
      if (this.#flying.length > 0) this.move({ kind: 'deliver', which: 0 });
      else if (open !== undefined) this.close(open);
      else if (this.#nextTimer() !== null) this.move({ kind: 'wait' });
      else return true;
    }
    return false;
  }

  #send(side: Side, text: string): void {
    const peer = this.peer(side);
    if (this.closed[side] || !(canClose.has(peer.state) || peer.state === 'SYN-SENT')) return;
    this.given[side] += text;
    this.#at(peer).send(text);
  }

  #onTheWay(kind: 'deliver' | 'lose' | 'duplicate', which: number): void {
    const index = which % Math.max(1, this.#flying.length);
    const [flight] = kind === 'duplicate' ? this.#flying.slice(index) : this.#flying.splice(index, 1);
    if (flight === undefined) return;
    if (kind === 'duplicate') this.#flying.push(flight);
    if (kind !== 'deliver') return;
    this.#nowUs += TRANSIT_US;
    // Timers due during the transit expire first.
    while ((this.#nextTimer()?.dueUs ?? this.#nowUs) < this.#nowUs) this.#wait();
    this.#at(this.peer(flight.to)).arrive(flight.segment, this.#serverIss);
  }

  #wait(): void {
    const next = this.#nextTimer();
    if (next === null) return;
    this.peer(next.side).expire(next.timer);
    this.#nowUs = Math.max(this.#nowUs, next.dueUs);
  }

  #nextTimer() {
    const timers = sides.flatMap((side) =>
      [...this.peer(side).timers].map(([timer, dueUs]) => ({ side, timer, dueUs })),
    );
    return timers.sort((one, other) => one.dueUs - other.dueUs)[0] ?? null;
  }

  #at(peer: Peer): Peer {
    peer.nowUs = this.#nowUs;
    return peer;
  }

  #collect(): void {
    for (const segment of this.client.outbox.splice(0)) this.#flying.push({ to: 'server', segment });
    for (const segment of this.server.outbox.splice(0)) this.#flying.push({ to: 'client', segment });
  }
}
