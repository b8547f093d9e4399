/**
 * Reassembles out-of-order data. Early data is held, as RFC 9293 recommends (SHLD-31): if it were dropped, reordering
 * alone would cost a retransmission and a second of waiting.
 */
import { utf8Bytes } from '../utf8.ts';
import { has, type Segment } from './segment.ts';
import { advance, distance, offset } from './sequence.ts';
import { textAfter } from './text.ts';

/** A segment's content for the application: data, and whether the stream ends after it. */
export interface Piece {
  readonly seq: number;
  readonly data: string;
  readonly fin: boolean;
}

export interface Reassembled {
  readonly rcvNxt: number;
  /** New data that the application can read now. */
  readonly text: string;
  /** The stream has ended. */
  readonly ended: boolean;
  readonly held: readonly Piece[];
}

/** The content of a segment without its SYN, which precedes the data. */
export function pieceOf(segment: Segment): Piece {
  const seq = advance(segment.seq, Number(has(segment, 'SYN')));
  return { seq, data: segment.data, fin: has(segment, 'FIN') };
}

export function isEmpty({ data, fin }: Piece): boolean {
  return data === '' && !fin;
}

/** Adds a piece to the held ones and takes everything that is now in order. Data outside the window is dropped. */
export function reassemble(
  rcvNxt: number,
  held: readonly Piece[],
  piece: Piece | null,
  windowBytes: number,
): Reassembled {
  const waiting = [...held];
  if (piece !== null && !isEmpty(piece) && offset(rcvNxt, endOf(piece)) <= windowBytes) {
    insert(waiting, piece, rcvNxt);
  }
  let next = rcvNxt;
  let text = '';
  while (waiting[0] !== undefined && offset(next, waiting[0].seq) <= 0) {
    const { seq, data, fin } = waiting.shift() as Piece;
    // None of our senders splits a character. Treat a partly received one as lost: it's retransmitted whole.
    const fresh = textAfter(data, distance(seq, next));
    if (fresh === null) continue;
    text += fresh;
    next = advance(next, utf8Bytes(fresh));
    if (fin) return { rcvNxt: advance(next, 1), text, ended: true, held: [] };
  }
  return { rcvNxt: next, text, ended: false, held: waiting };
}

/** By sequence number; of two pieces with the same start, keeps the longer one. */
function insert(pieces: Piece[], piece: Piece, rcvNxt: number): void {
  const at = pieces.findIndex(({ seq }) => offset(rcvNxt, seq) >= offset(rcvNxt, piece.seq));
  const there = pieces[at];
  if (there === undefined) pieces.push(piece);
  else if (there.seq !== piece.seq) pieces.splice(at, 0, piece);
  else if (distance(there.seq, endOf(piece)) > distance(there.seq, endOf(there))) pieces[at] = piece;
}

function endOf({ seq, data, fin }: Piece): number {
  return advance(seq, utf8Bytes(data) + Number(fin));
}
