/** One reaction of a connection in progress: the current block and the effects so far. */
import { utf8Bytes } from '../utf8.ts';
import { backedOff, measured } from './retransmission-timeout.ts';
import { type ControlBit, type Segment, segmentEnd } from './segment.ts';
import { advance, distance, isWithin } from './sequence.ts';
import {
  type CallError,
  type Connection,
  RECEIVE_WINDOW,
  type Tcb,
  type TcpEffect,
  type TcpReaction,
  type TcpSignal,
} from './tcb.ts';
import { splitText } from './text.ts';

export class Turn {
  #connection: Connection;
  /** What remains after the connection is deleted. */
  #end: Tcb | null = null;
  readonly #effects: TcpEffect[] = [];
  readonly #nowUs: number;

  constructor(connection: Connection, nowUs: number) {
    this.#connection = connection;
    this.#nowUs = nowUs;
  }

  get connection(): Connection {
    return this.#connection;
  }

  get reaction(): TcpReaction {
    return { tcb: this.#end ?? this.#connection, effects: this.#effects };
  }

  set(changes: Partial<Connection>): void {
    this.#connection = { ...this.#connection, ...changes };
  }

  tell(signal: TcpSignal): void {
    this.#effects.push({ kind: 'tell', signal });
  }

  deliver(text: string): void {
    if (text !== '') this.#effects.push({ kind: 'deliver', text });
  }

  failCall(error: CallError): void {
    this.#effects.push({ kind: 'call-failed', error });
  }

  /** Sends a segment that needs no acknowledgment, so it isn't queued for retransmission. */
  sendOnce(seq: number, ack: number | null, control: readonly ControlBit[]): void {
    this.#emit(this.#segment(seq, ack, control, ''));
  }

  /** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` */
  acknowledge(): void {
    this.sendOnce(this.#connection.sndNxt, this.#connection.rcvNxt, []);
  }

  /** Whether a segment of this reaction acknowledges everything that has arrived. */
  get hasAcknowledged(): boolean {
    const { rcvNxt } = this.#connection;
    return this.#effects.some((effect) => effect.kind === 'send-segment' && effect.segment.ack === rcvNxt);
  }

  /** Sends a segment that takes sequence numbers, and queues it for retransmission. */
  send(ack: number | null, control: readonly ControlBit[], data = ''): void {
    const { sndNxt, retransmissionQueue, timeout, settings } = this.#connection;
    const segment = this.#segment(sndNxt, ack, control, data);
    if (retransmissionQueue.length === 0) {
      this.#setTimer('retransmission', timeout.rtoUs);
      this.#setTimer(
        'user-timeout',
        control.includes('SYN') ? settings.synTimeoutUs : settings.userTimeoutUs,
      );
    }
    const sent = { segment, sentAtUs: this.#nowUs, wasSentAgain: false };
    this.set({ sndNxt: segmentEnd(segment), retransmissionQueue: [...retransmissionQueue, sent] });
    this.#emit(segment);
  }

  /** Sends the application's data as far as the peer's window allows, then the FIN. */
  flush(): void {
    const { settings } = this.#connection;
    let [text, ...others] = this.#connection.unsent;
    while (text !== undefined) {
      const [head, rest] = splitText(text, settings.mssBytes);
      const { sndUna, sndNxt, rcvNxt } = this.#connection;
      if (distance(sndUna, sndNxt) + utf8Bytes(head) > RECEIVE_WINDOW) return;
      // The last segment of each SEND has PSH set (MUST-61).
      this.send(rcvNxt, rest === '' ? ['PSH'] : [], head);
      if (rest === '') [text, ...others] = others;
      else text = rest;
      this.set({ unsent: text === undefined ? [] : [text, ...others] });
    }
    if (!this.#connection.closeCalled || this.#connection.finSent) return;
    this.send(this.#connection.rcvNxt, ['FIN']);
    this.set({ finSent: true });
    if (this.#connection.state === 'CLOSE-WAIT') this.set({ state: 'LAST-ACK' });
  }

  /** Removes what `ack` acknowledges from the retransmission queue. A duplicate acknowledgment changes nothing. */
  takeAcknowledgment(ack: number): void {
    const { sndUna, sndNxt, retransmissionQueue, settings } = this.#connection;
    let { timeout } = this.#connection;
    if (!isWithin(ack, advance(sndUna, 1), distance(sndUna, sndNxt))) return;
    const isDone = ({ segment }: { segment: Segment }) =>
      distance(sndUna, segmentEnd(segment)) <= distance(sndUna, ack);
    const done = retransmissionQueue.filter(isDone);
    const last = done.at(-1);
    if (last !== undefined && !done.some(({ wasSentAgain }) => wasSentAgain)) {
      timeout = measured(timeout, this.#nowUs - last.sentAtUs, settings);
    }
    const left = retransmissionQueue.slice(done.length);
    this.set({ sndUna: ack, retransmissionQueue: left, timeout });
    if (left.length === 0) {
      this.#cancelSendTimers();
    } else {
      this.#setTimer('retransmission', timeout.rtoUs);
      this.#setTimer('user-timeout', settings.userTimeoutUs);
    }
  }

  get isFinAcknowledged(): boolean {
    const { finSent, sndUna, sndNxt } = this.#connection;
    return finSent && sndUna === sndNxt;
  }

  /** Retransmits the oldest segment with the current acknowledgment, and doubles the RTO (RFC 6298 (5.4) to (5.6)). */
  retransmit(): void {
    const { retransmissionQueue, settings, rcvNxt } = this.#connection;
    const [first, ...others] = retransmissionQueue;
    if (first === undefined) return;
    const segment = first.segment.ack === null ? first.segment : { ...first.segment, ack: rcvNxt };
    const timeout = backedOff(this.#connection.timeout, settings);
    this.set({ retransmissionQueue: [{ ...first, segment, wasSentAgain: true }, ...others], timeout });
    this.#setTimer('retransmission', timeout.rtoUs);
    this.#emit(segment);
  }

  /** Retransmits a SYN that was sent without an acknowledgment, now with one. */
  acknowledgeWithSyn(): void {
    const { iss, rcvNxt } = this.#connection;
    const segment = this.#segment(iss, rcvNxt, ['SYN'], '');
    this.set({
      retransmissionQueue: this.#connection.retransmissionQueue.map((sent) => {
        return { ...sent, segment, wasSentAgain: true };
      }),
    });
    this.#emit(segment);
  }

  startTimeWait(): void {
    this.set({ state: 'TIME-WAIT' });
    this.#setTimer('time-wait', 2 * this.#connection.settings.mslUs);
  }

  /** Ends the connection: cancels its timers. Only `left` remains. */
  end(left: Tcb): void {
    if (this.#connection.retransmissionQueue.length > 0) this.#cancelSendTimers();
    if (this.#connection.state === 'TIME-WAIT') {
      this.#effects.push({ kind: 'cancel-timer', timer: 'time-wait' });
    }
    this.#end = left;
  }

  #cancelSendTimers(): void {
    this.#effects.push({ kind: 'cancel-timer', timer: 'retransmission' });
    this.#effects.push({ kind: 'cancel-timer', timer: 'user-timeout' });
  }

  #setTimer(timer: 'retransmission' | 'user-timeout' | 'time-wait', delayUs: number): void {
    this.#effects.push({ kind: 'set-timer', timer, delayUs });
  }

  #segment(seq: number, ack: number | null, control: readonly ControlBit[], data: string): Segment {
    const { localPort, remotePort } = this.#connection;
    const ports = { sourcePort: localPort, destinationPort: remotePort };
    return { kind: 'tcp-segment', ...ports, seq, ack, control, data };
  }

  #emit(segment: Segment): void {
    this.#effects.push({ kind: 'send-segment', segment });
  }
}
