/** SEGMENT ARRIVES in the unsynchronized states (RFC 9293 §3.10.7.1 to §3.10.7.3). */
import { newConnection } from './calls.ts';
import { isEmpty, pieceOf } from './reassembly.ts';
import { has, resetFor, type Segment } from './segment.ts';
import { advance, distance, isWithin } from './sequence.ts';
import { arrivesAtConnection, establish, takePiece } from './synchronized.ts';
import { CLOSED, type Connection, type Listening, type Tcb, type TcpReaction } from './tcb.ts';
import { Turn } from './turn.ts';

export interface Arrival {
  readonly nowUs: number;
  /** Chooses an initial send sequence number. Called only when a SYN is accepted. */
  readonly chooseIss: () => number;
}

export function segmentArrives(tcb: Tcb, segment: Segment, arrival: Arrival): TcpReaction {
  switch (tcb.state) {
    case 'CLOSED':
      return { tcb, effects: refuse(segment) };
    case 'LISTEN':
      return arrivesAtListener(tcb, segment, arrival);
    case 'SYN-SENT':
      return arrivesInSynSent(tcb, segment, arrival);
    default:
      return arrivesAtConnection(tcb, segment, arrival.nowUs);
  }
}

function refuse(segment: Segment): TcpReaction['effects'] {
  const reset = resetFor(segment);
  return reset === null ? [] : [{ kind: 'send-segment', segment: reset }];
}

function arrivesAtListener(
  listening: Listening,
  segment: Segment,
  { nowUs, chooseIss }: Arrival,
): TcpReaction {
  if (has(segment, 'RST')) return { tcb: listening, effects: [] };
  // A listener has sent nothing, so any acknowledgment is invalid.
  if (segment.ack !== null) return { tcb: listening, effects: refuse(segment) };
  if (!has(segment, 'SYN')) return { tcb: listening, effects: [] };
  const { localPort, settings } = listening;
  const iss = chooseIss();
  const turn = new Turn(
    newConnection({ localPort, remotePort: segment.sourcePort, iss, settings, opened: 'passive' }),
    nowUs,
  );
  receiveSyn(turn, segment);
  turn.send(turn.connection.rcvNxt, ['SYN']);
  return turn.reaction;
}

function arrivesInSynSent(connection: Connection, segment: Segment, { nowUs }: Arrival): TcpReaction {
  const { iss, sndNxt } = connection;
  const turn = new Turn(connection, nowUs);
  const { ack } = segment;
  if (ack !== null && !isWithin(ack, advance(iss, 1), distance(iss, sndNxt))) {
    // It acknowledges something other than this SYN: an old duplicate, or a half-open connection at the peer.
    if (!has(segment, 'RST')) turn.sendOnce(ack, null, ['RST']);
    return turn.reaction;
  }
  if (has(segment, 'RST')) {
    if (ack === null) return turn.reaction;
    turn.end(CLOSED);
    // RFC 9293 says "connection reset" here and "connection refused" in SYN-RECEIVED; the sockets API has one error
    // for both.
    turn.tell('refused');
    return turn.reaction;
  }
  if (!has(segment, 'SYN')) return turn.reaction;
  receiveSyn(turn, segment);
  if (ack === null) {
    // Simultaneous open: both ends have called OPEN.
    turn.set({ state: 'SYN-RECEIVED' });
    turn.acknowledgeWithSyn();
    return turn.reaction;
  }
  turn.takeAcknowledgment(ack);
  establish(turn);
  takePiece(turn);
  turn.acknowledge();
  turn.flush();
  return turn.reaction;
}

/** Records the peer's initial sequence number, and holds the SYN's data until the handshake completes. */
function receiveSyn(turn: Turn, segment: Segment): void {
  const piece = pieceOf(segment);
  turn.set({ irs: segment.seq, rcvNxt: piece.seq, held: isEmpty(piece) ? [] : [piece] });
}
