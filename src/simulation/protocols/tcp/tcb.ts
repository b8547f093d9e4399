/**
 * The transmission control block of one end (RFC 9293 §3.3.1) and the effects it can request. Windows, congestion
 * control and options are left out: the application reads data at once, so the window never shrinks, and a constant
 * is enough to tell new sequence numbers from old ones.
 */
import { utf8Bytes } from '../utf8.ts';
import type { Piece } from './reassembly.ts';
import type { RetransmissionTimeout, RtoBounds } from './retransmission-timeout.ts';
import type { Segment } from './segment.ts';

export type Tcb =
  /** No connection. */
  { readonly state: 'CLOSED' } | Listening | Connection;

export interface Listening {
  readonly state: 'LISTEN';
  readonly localPort: number;
  readonly settings: TcpSettings;
}

type ConnectionState =
  | 'SYN-SENT'
  | 'SYN-RECEIVED'
  | 'ESTABLISHED'
  | 'FIN-WAIT-1'
  | 'FIN-WAIT-2'
  | 'CLOSE-WAIT'
  | 'CLOSING'
  | 'LAST-ACK'
  | 'TIME-WAIT';

export interface Connection {
  readonly state: ConnectionState;
  readonly settings: TcpSettings;
  readonly localPort: number;
  readonly remotePort: number;
  /** A reset returns a passively opened connection to LISTEN (MUST-11). */
  readonly opened: 'active' | 'passive';
  /** Initial send sequence number. */
  readonly iss: number;
  /** SND.UNA: oldest unacknowledged sequence number. */
  readonly sndUna: number;
  /** SND.NXT: next sequence number to send. */
  readonly sndNxt: number;
  /** Initial receive sequence number; 0 before the peer's SYN arrives. */
  readonly irs: number;
  /** RCV.NXT: next expected sequence number. */
  readonly rcvNxt: number;
  /** Data from the application that isn't sent yet, one text per SEND. */
  readonly unsent: readonly string[];
  /** The application has called CLOSE. */
  readonly closeCalled: boolean;
  readonly finSent: boolean;
  /** Segments sent but unacknowledged, oldest first, kept for retransmission. */
  readonly retransmissionQueue: readonly SentSegment[];
  /** Out-of-order data, held until the gap before it is filled (SHLD-31). */
  readonly held: readonly Piece[];
  readonly timeout: RetransmissionTimeout;
}

interface SentSegment {
  readonly segment: Segment;
  readonly sentAtUs: number;
  /** Retransmitted: its acknowledgment doesn't measure the round trip, because it's unknown which copy it answers. */
  readonly wasSentAgain: boolean;
}

export interface TcpSettings extends RtoBounds {
  /** Maximum data bytes per segment. */
  readonly mssBytes: number;
  /** How long data can stay unacknowledged before the connection is aborted (R2, RFC 9293 §3.8.3). */
  readonly userTimeoutUs: number;
  /** How long a SYN can stay unacknowledged before the connection is aborted. */
  readonly synTimeoutUs: number;
  /** Maximum segment lifetime. TIME-WAIT lasts twice as long. */
  readonly mslUs: number;
}

export const CLOSED: Tcb = { state: 'CLOSED' };

/** 536 bytes without an MSS option (MUST-15), R2 of 100 s and of 3 minutes for a SYN, an MSL of 2 minutes. */
export const standardSettings: TcpSettings = {
  mssBytes: 536,
  initialRtoUs: 1_000_000,
  rtoMinUs: 1_000_000,
  rtoMaxUs: 60_000_000,
  userTimeoutUs: 100_000_000,
  synTimeoutUs: 180_000_000,
  mslUs: 120_000_000,
};

/** Size of a connection's block: ports and numbers in decimal digits, plus the bytes in its three buffers. */
export function connectionBytes(connection: Connection): number {
  const { state, localPort, remotePort, iss, sndUna, sndNxt, irs, rcvNxt } = connection;
  const numbers = [localPort, remotePort, iss, sndUna, sndNxt, irs, rcvNxt].join(' ');
  const queued = connection.retransmissionQueue.map(({ segment }) => segment.data);
  const held = connection.held.map(({ data }) => data);
  return utf8Bytes([state, numbers, ...connection.unsent, ...queued, ...held].join(''));
}

/** RCV.WND, constant: the maximum without the window scale option. */
export const RECEIVE_WINDOW = 65_535;

export type TcpTimer = 'retransmission' | 'user-timeout' | 'time-wait';

export type TcpSignal =
  | 'established'
  /** The peer has sent its last byte. */
  | 'peer-closed'
  /** Both directions have closed normally, and the block is deleted. */
  | 'closed'
  /** A reset arrived before the connection was established. */
  | 'refused'
  | 'reset'
  /** The peer acknowledged nothing within the user timeout. */
  | 'timed-out';

export type CallError = 'connection-does-not-exist' | 'remote-socket-unspecified' | 'connection-closing';

export type TcpEffect =
  | { readonly kind: 'send-segment'; readonly segment: Segment }
  /** Setting a timer that is already set moves it. */
  | { readonly kind: 'set-timer'; readonly timer: TcpTimer; readonly delayUs: number }
  | { readonly kind: 'cancel-timer'; readonly timer: TcpTimer }
  /** The next bytes of the stream, for the application. */
  | { readonly kind: 'deliver'; readonly text: string }
  | { readonly kind: 'tell'; readonly signal: TcpSignal }
  | { readonly kind: 'call-failed'; readonly error: CallError };

export interface TcpReaction {
  readonly tcb: Tcb;
  readonly effects: readonly TcpEffect[];
}
