/**
 * Bytes that arrive in any order, handed on in theirs. What comes too early is held, as RFC 9293 says one should
 * (SHLD-31): if it were dropped, reordering alone would cost a retransmission and a second of waiting.
 */
import { utf8Bytes } from '../utf8.ts';
import { has, type Segment } from './segment.ts';
import { advance, distance, offset } from './sequence.ts';
import { textAfter } from './text.ts';

/** What a segment carries for the application: data, and whether the stream ends behind it. */
export interface Piece {
  readonly seq: number;
  readonly data: string;
  readonly fin: boolean;
}

export interface Reassembled {
  readonly rcvNxt: number;
  /** What the application has not had yet and may have now. */
  readonly text: string;
  /** The end of the stream has been reached. */
  readonly ended: boolean;
  readonly held: readonly Piece[];
}

/** The segment without its SYN, which comes before the data. */
export function pieceOf(segment: Segment): Piece {
  const seq = advance(segment.seq, Number(has(segment, 'SYN')));
  return { seq, data: segment.data, fin: has(segment, 'FIN') };
}

export function isEmpty({ data, fin }: Piece): boolean {
  return data === '' && !fin;
}

/** Adds a piece to those that are held, and takes all that is next. What does not fit the window is not kept. */
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
    // A character that is old in part was cut by no sender of ours; it counts as lost and comes again whole.
    const fresh = textAfter(data, distance(seq, next));
    if (fresh === null) continue;
    text += fresh;
    next = advance(next, utf8Bytes(fresh));
    if (fin) return { rcvNxt: advance(next, 1), text, ended: true, held: [] };
  }
  return { rcvNxt: next, text, ended: false, held: waiting };
}

/** In order of sequence; of two pieces with the same beginning, the longer one. */
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
