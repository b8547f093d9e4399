/**
 * SEGMENT ARRIVES from SYN-RECEIVED on, step by step as in RFC 9293 §3.10.7.4, with the protection of RFC 5961
 * against segments that merely look right: a reset or a SYN out of place is answered by a challenge ACK.
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
    // What came with the SYN may be taken only now, on an acknowledgment that itself brings nothing.
    const isNews = !isEmpty(piece) || turn.connection.rcvNxt !== connection.rcvNxt;
    if (isNews && !turn.hasAcknowledged) turn.acknowledge();
  }
  return turn.reaction;
}

/**
 * In a simultaneous open the peer's SYN comes twice, and the second time it brings the acknowledgment. The check of
 * sequence numbers would refuse it as old (RFC 9293 appendix A.2), so the SYN is trimmed off as figure 7 wants it.
 */
function withoutRepeatedSyn(connection: Connection, segment: Segment): Segment {
  const { state, irs } = connection;
  if (state !== 'SYN-RECEIVED' || connection.opened !== 'active') return segment;
  if (!has(segment, 'SYN') || segment.seq !== irs || segment.ack === null) return segment;
  const control = segment.control.filter((bit) => bit !== 'SYN');
  return { ...segment, seq: advance(irs, 1), control };
}

/** First. @returns Whether the segment is to be processed further; so do the checks that follow. */
function checkSequence(turn: Turn, segment: Segment): boolean {
  const { state, rcvNxt } = turn.connection;
  const length = segmentLength(segment);
  const fits = (sequence: number) => isWithin(sequence, rcvNxt, RECEIVE_WINDOW);
  if (fits(segment.seq) || (length > 0 && fits(advance(segment.seq, length - 1)))) return true;
  if (has(segment, 'RST')) return false;
  turn.acknowledge();
  // The peer has not heard that its FIN arrived: the wait begins again.
  if (state === 'TIME-WAIT' && has(segment, 'FIN')) turn.startTimeWait();
  return false;
}

/** Second. */
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
  // In TIME-WAIT both directions had ended well; before, something may have been lost (MUST-12).
  else turn.tell(state === 'TIME-WAIT' ? 'closed' : 'reset');
  return false;
}

/** Fourth; the third, security compartments, has no meaning here. */
function checkSyn(turn: Turn, segment: Segment): boolean {
  if (!has(segment, 'SYN')) return true;
  const { state, opened, localPort, settings } = turn.connection;
  if (state === 'SYN-RECEIVED' && opened === 'passive') turn.end({ state: 'LISTEN', localPort, settings });
  else turn.acknowledge();
  return false;
}

/** Fifth. */
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

/** What an acknowledgment of the FIN changes. */
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

/** The handshake is over: each end knows that the other knows its numbers. */
export function establish(turn: Turn): void {
  const { timeout, settings, closeCalled } = turn.connection;
  turn.set({
    state: closeCalled ? 'FIN-WAIT-1' : 'ESTABLISHED',
    timeout: afterHandshake(timeout, settings),
  });
  turn.tell('established');
}

/** Seventh and eighth: data, held or new, and the end of the data; the sixth, urgent data, is not there. */
export function takePiece(turn: Turn, piece?: Piece): void {
  const { state, rcvNxt, held } = turn.connection;
  // Behind the peer's FIN nothing can come.
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
