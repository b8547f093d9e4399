/**
 * What one end remembers of a connection, the transmission control block (RFC 9293 §3.3.1), and what it may ask for.
 * Windows, congestion control and options are left out: the application takes data at once, so the window never
 * shrinks, and a constant is enough to tell new sequence numbers from old ones.
 */
import { utf8Bytes } from '../utf8.ts';
import type { Piece } from './reassembly.ts';
import type { RetransmissionTimeout, RtoBounds } from './retransmission-timeout.ts';
import type { Segment } from './segment.ts';

export type Tcb =
  /** There is no connection. */
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
  /** A reset sends a connection that was opened passively back to LISTEN (MUST-11). */
  readonly opened: 'active' | 'passive';
  /** The initial send sequence number. */
  readonly iss: number;
  /** SND.UNA: the oldest number that is not acknowledged. */
  readonly sndUna: number;
  /** SND.NXT: the next number to be sent. */
  readonly sndNxt: number;
  /** The initial receive sequence number; 0 until the peer's SYN is here. */
  readonly irs: number;
  /** RCV.NXT: the next number that is expected. */
  readonly rcvNxt: number;
  /** What the application has sent and the network has not been given, a text for each SEND. */
  readonly unsent: readonly string[];
  /** The application has called CLOSE. */
  readonly closeCalled: boolean;
  readonly finSent: boolean;
  /** Sent and not acknowledged, the oldest first: each is kept, in case it must be sent again. */
  readonly retransmissionQueue: readonly SentSegment[];
  /** Data that came out of order and waits for what is missing before it (SHLD-31). */
  readonly held: readonly Piece[];
  readonly timeout: RetransmissionTimeout;
}

interface SentSegment {
  readonly segment: Segment;
  readonly sentAtUs: number;
  /** Its acknowledgment says nothing about the round trip, for nobody knows which copy it answers. */
  readonly wasSentAgain: boolean;
}

export interface TcpSettings extends RtoBounds {
  /** The most data in a segment. */
  readonly mssBytes: number;
  /** How long data may stay unacknowledged before the connection is given up (R2, RFC 9293 §3.8.3). */
  readonly userTimeoutUs: number;
  /** The same for a SYN. */
  readonly synTimeoutUs: number;
  /** The maximum segment lifetime: TIME-WAIT takes two of them. */
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

/** The size of a connection's block: ports and numbers in decimal digits, and the bytes in its three buffers. */
export function connectionBytes(connection: Connection): number {
  const { state, localPort, remotePort, iss, sndUna, sndNxt, irs, rcvNxt } = connection;
  const numbers = [localPort, remotePort, iss, sndUna, sndNxt, irs, rcvNxt].join(' ');
  const queued = connection.retransmissionQueue.map(({ segment }) => segment.data);
  const held = connection.held.map(({ data }) => data);
  return utf8Bytes([state, numbers, ...connection.unsent, ...queued, ...held].join(''));
}

/** RCV.WND, always: the most that a header without the window scale option can say. */
export const RECEIVE_WINDOW = 65_535;

export type TcpTimer = 'retransmission' | 'user-timeout' | 'time-wait';

export type TcpSignal =
  | 'established'
  /** The peer has sent its last byte. */
  | 'peer-closed'
  /** Both directions have ended in good order, and the connection is forgotten. */
  | 'closed'
  /** A reset came before the connection was established. */
  | 'refused'
  | 'reset'
  /** The peer acknowledged nothing for as long as the user timeout. */
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
