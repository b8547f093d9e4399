/**
 * SEGMENT ARRIVES from SYN-RECEIVED on, step by step as in RFC 9293 §3.10.7.4, with the protection of RFC 5961 against
 * blind attacks: an unexpected RST or SYN gets a challenge ACK.
 */
import { isEmpty, type Piece, pieceOf, reassemble } from './reassembly.ts';
import { afterHandshake } from './retransmission-timeout.ts';
import { has, type Segment, segmentLength } from './segment.ts';
import { advance, distance, isWithin } from './sequence.ts';
import { CLOSED, type Connection, RECEIVE_WINDOW, type TcpReaction } from './tcb.ts';
import { Turn } from './turn.ts';

export function arrivesAtConnection(connection: Connection, arrived: Segment, nowUs: number): TcpReaction {
  const turn = new Turn(connection, nowUs);
  const segment = withoutRepeatedSyn(connection, arrived);
  const goesOn =
    checkSequence(turn, segment) &&
    checkReset(turn, segment) &&
    checkSyn(turn, segment) &&
    checkAcknowledgment(turn, segment);
  if (goesOn) {
    const piece = pieceOf(segment);
    takePiece(turn, piece);
    turn.flush();
    // Data that came with the SYN can become readable on an acknowledgment that carries none itself.
    const isNews = !isEmpty(piece) || turn.connection.rcvNxt !== connection.rcvNxt;
    if (isNews && !turn.hasAcknowledged) turn.acknowledge();
  }
  return turn.reaction;
}

/**
 * In a simultaneous open, the peer's SYN comes twice, the second time with an acknowledgment. The sequence check would
 * reject it as old (RFC 9293 appendix A.2), so the SYN is trimmed off, as in figure 7.
 */
function withoutRepeatedSyn(connection: Connection, segment: Segment): Segment {
  const { state, irs } = connection;
  if (state !== 'SYN-RECEIVED' || connection.opened !== 'active') return segment;
  if (!has(segment, 'SYN') || segment.seq !== irs || segment.ack === null) return segment;
  const control = segment.control.filter((bit) => bit !== 'SYN');
  return { ...segment, seq: advance(irs, 1), control };
}

/**
 * Step 1.
 *
 * @returns Whether to process the segment further.
 */
function checkSequence(turn: Turn, segment: Segment): boolean {
  const { state, rcvNxt } = turn.connection;
  const length = segmentLength(segment);
  const fits = (sequence: number) => isWithin(sequence, rcvNxt, RECEIVE_WINDOW);
  if (fits(segment.seq) || (length > 0 && fits(advance(segment.seq, length - 1)))) return true;
  if (has(segment, 'RST')) return false;
  turn.acknowledge();
  // The peer hasn't received the acknowledgment of its FIN: restart the wait.
  if (state === 'TIME-WAIT' && has(segment, 'FIN')) turn.startTimeWait();
  return false;
}

/**
 * Step 2.
 *
 * @returns Whether to process the segment further.
 */
function checkReset(turn: Turn, segment: Segment): boolean {
  if (!has(segment, 'RST')) return true;
  const { state, opened, rcvNxt, localPort, settings } = turn.connection;
  if (segment.seq !== rcvNxt) {
    turn.acknowledge();
    return false;
  }
  if (state === 'SYN-RECEIVED' && opened === 'passive') {
    turn.end({ state: 'LISTEN', localPort, settings });
    return false;
  }
  turn.end(CLOSED);
  if (state === 'SYN-RECEIVED') turn.tell('refused');
  // In TIME-WAIT both directions have ended normally; in earlier states data can be lost (MUST-12).
  else turn.tell(state === 'TIME-WAIT' ? 'closed' : 'reset');
  return false;
}

/**
 * Step 4. Step 3, security compartments, doesn't apply here.
 *
 * @returns Whether to process the segment further.
 */
function checkSyn(turn: Turn, segment: Segment): boolean {
  if (!has(segment, 'SYN')) return true;
  const { state, opened, localPort, settings } = turn.connection;
  if (state === 'SYN-RECEIVED' && opened === 'passive') turn.end({ state: 'LISTEN', localPort, settings });
  else turn.acknowledge();
  return false;
}

/**
 * Step 5.
 *
 * @returns Whether to process the segment further.
 */
function checkAcknowledgment(turn: Turn, { ack, ...segment }: Segment): boolean {
  if (ack === null) return false;
  const { state, sndUna, sndNxt } = turn.connection;
  if (state === 'SYN-RECEIVED') {
    if (!isWithin(ack, advance(sndUna, 1), distance(sndUna, sndNxt))) {
      turn.sendOnce(ack, null, ['RST']);
      return false;
    }
    turn.takeAcknowledgment(ack);
    establish(turn);
    return true;
  }
  const oldest = advance(sndUna, -RECEIVE_WINDOW);
  if (!isWithin(ack, oldest, distance(oldest, sndNxt) + 1)) {
    turn.acknowledge();
    return false;
  }
  turn.takeAcknowledgment(ack);
  return advanceClose(turn, segment.control.includes('FIN'));
}

/** State changes on the acknowledgment of the FIN. */
function advanceClose(turn: Turn, isFin: boolean): boolean {
  switch (turn.connection.state) {
    case 'FIN-WAIT-1':
      if (turn.isFinAcknowledged) turn.set({ state: 'FIN-WAIT-2' });
      return true;
    case 'CLOSING':
      if (turn.isFinAcknowledged) turn.startTimeWait();
      return true;
    case 'LAST-ACK':
      if (!turn.isFinAcknowledged) return true;
      turn.end(CLOSED);
      turn.tell('closed');
      return false;
    case 'TIME-WAIT':
      if (isFin) turn.startTimeWait();
      return true;
    default:
      return true;
  }
}

/** Completes the handshake: each end knows that the other has its sequence number. */
export function establish(turn: Turn): void {
  const { timeout, settings, closeCalled } = turn.connection;
  turn.set({
    state: closeCalled ? 'FIN-WAIT-1' : 'ESTABLISHED',
    timeout: afterHandshake(timeout, settings),
  });
  turn.tell('established');
}

/** Steps 7 and 8: data, held or new, and the end of the data. Step 6, urgent data, doesn't exist here. */
export function takePiece(turn: Turn, piece?: Piece): void {
  const { state, rcvNxt, held } = turn.connection;
  // Nothing can follow the peer's FIN.
  if (state !== 'ESTABLISHED' && state !== 'FIN-WAIT-1' && state !== 'FIN-WAIT-2') return;
  const { text, ended, ...next } = reassemble(rcvNxt, held, piece ?? null, RECEIVE_WINDOW);
  turn.set(next);
  turn.deliver(text);
  if (!ended) return;
  turn.tell('peer-closed');
  if (state === 'ESTABLISHED') turn.set({ state: 'CLOSE-WAIT' });
  else if (state === 'FIN-WAIT-1') turn.set({ state: 'CLOSING' });
  else turn.startTimeWait();
}
