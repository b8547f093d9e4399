/** User calls of a connection (RFC 9293 §3.10.1 to §3.10.5) and timeouts (§3.10.8). */
import { initialTimeout } from './retransmission-timeout.ts';
import {
  type CallError,
  CLOSED,
  type Connection,
  type Listening,
  type Tcb,
  type TcpReaction,
  type TcpSettings,
  type TcpTimer,
} from './tcb.ts';
import { Turn } from './turn.ts';

/** Passive OPEN: listens for a SYN from any peer. */
export function listen(localPort: number, settings: TcpSettings): Listening {
  return { state: 'LISTEN', localPort, settings };
}

export interface ActiveOpen {
  readonly localPort: number;
  readonly remotePort: number;
  /** Initial send sequence number. It should be unpredictable (RFC 9293 §3.4.1). */
  readonly iss: number;
  readonly settings: TcpSettings;
  readonly nowUs: number;
}

/** Active OPEN: sends a SYN. */
export function open({ localPort, remotePort, iss, settings, nowUs }: ActiveOpen): TcpReaction {
  const turn = new Turn(newConnection({ localPort, remotePort, iss, settings, opened: 'active' }), nowUs);
  turn.send(null, ['SYN']);
  return turn.reaction;
}

/** A connection that has sent and received nothing. */
export function newConnection(
  of: Pick<Connection, 'localPort' | 'remotePort' | 'iss' | 'settings' | 'opened'>,
): Connection {
  return {
    ...of,
    state: of.opened === 'active' ? 'SYN-SENT' : 'SYN-RECEIVED',
    sndUna: of.iss,
    sndNxt: of.iss,
    irs: 0,
    rcvNxt: 0,
    unsent: [],
    closeCalled: false,
    finSent: false,
    retransmissionQueue: [],
    held: [],
    timeout: initialTimeout(of.settings),
  };
}

/** SEND: queues the next bytes of the stream. */
export function send(tcb: Tcb, text: string, nowUs: number): TcpReaction {
  if (tcb.state === 'CLOSED') return failed(tcb, 'connection-does-not-exist');
  if (tcb.state === 'LISTEN') return failed(tcb, 'remote-socket-unspecified');
  if (tcb.closeCalled) return failed(tcb, 'connection-closing');
  const turn = new Turn(tcb, nowUs);
  if (text !== '') turn.set({ unsent: [...tcb.unsent, text] });
  if (tcb.state === 'ESTABLISHED' || tcb.state === 'CLOSE-WAIT') turn.flush();
  return turn.reaction;
}

/** CLOSE: ends the sending direction. Data from the peer still arrives. */
export function close(tcb: Tcb, nowUs: number): TcpReaction {
  if (tcb.state === 'CLOSED') return failed(tcb, 'connection-does-not-exist');
  if (tcb.state === 'LISTEN') return { tcb: CLOSED, effects: [] };
  if (tcb.closeCalled) return failed(tcb, 'connection-closing');
  const turn = new Turn(tcb, nowUs);
  turn.set({ closeCalled: true });
  const { state } = tcb;
  switch (state) {
    case 'SYN-SENT':
      turn.end(CLOSED);
      turn.tell('closed');
      break;
    case 'SYN-RECEIVED':
      // Earlier data goes first, and it waits for the handshake.
      if (tcb.unsent.length > 0) break;
      turn.set({ state: 'FIN-WAIT-1' });
      turn.flush();
      break;
    case 'ESTABLISHED':
      turn.set({ state: 'FIN-WAIT-1' });
      turn.flush();
      break;
    case 'CLOSE-WAIT':
      turn.flush();
      break;
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      throw new Error(`Connection in state ${state}, but CLOSE was not called.`);
    default:
      throw new Error(`Unknown state ${state satisfies never}`);
  }
  return turn.reaction;
}

/** ABORT: drops the connection, and resets a peer that may still have it. */
export function abort(tcb: Tcb, nowUs: number): TcpReaction {
  if (tcb.state === 'CLOSED') return failed(tcb, 'connection-does-not-exist');
  if (tcb.state === 'LISTEN') return { tcb: CLOSED, effects: [] };
  const turn = new Turn(tcb, nowUs);
  const silent = ['SYN-SENT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];
  if (!silent.includes(tcb.state)) turn.sendOnce(tcb.sndNxt, null, ['RST']);
  turn.end(CLOSED);
  return turn.reaction;
}

/** Handles an expired timer of this connection. */
export function timeout(tcb: Tcb, timer: TcpTimer, nowUs: number): TcpReaction {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return { tcb, effects: [] };
  const turn = new Turn(tcb, nowUs);
  switch (timer) {
    case 'retransmission':
      turn.retransmit();
      break;
    case 'user-timeout':
      if (tcb.retransmissionQueue.length === 0) break;
      turn.end(CLOSED);
      turn.tell('timed-out');
      break;
    case 'time-wait':
      if (tcb.state !== 'TIME-WAIT') break;
      turn.end(CLOSED);
      turn.tell('closed');
      break;
    default:
      throw new Error(`Unknown timer ${timer satisfies never}`);
  }
  return turn.reaction;
}

function failed(tcb: Tcb, error: CallError): TcpReaction {
  return { tcb, effects: [{ kind: 'call-failed', error }] };
}
