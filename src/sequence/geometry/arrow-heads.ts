/** The heads at the ends of an arrow, as paths. */
import type { LaidMessage } from '../layout-model.ts';
import type { MessageRow } from '../model.ts';
import type { PathShape } from './shapes.ts';

export interface HeadPath extends PathShape {
  readonly isFilled: boolean;
}

type Outline = Pick<HeadPath, 'd' | 'isFilled'>;

/** An end of a line. */
interface End {
  readonly x: number;
  readonly y: number;
  /** Where its tip points: 1 to the right, -1 to the left. */
  readonly tip: 1 | -1;
  /** Where the line runs there. */
  readonly run: 1 | -1;
}

const LENGTH_EM = 0.5;
const SIDE_EM = 0.31;
/** From the middle of a cross to its corners. */
const ARM_EM = 0.36;
const POINT_EM = 0.34;

export function headPaths(laid: LaidMessage, fontPx: number): readonly HeadPath[] {
  const { x1, x2, y, loop, points, row } = laid;
  const out = Math.sign((loop?.x ?? x2) - x1) < 0 ? -1 : 1;
  const back = out === 1 ? -1 : 1;
  const run = loop === null ? out : back;
  // A message to oneself comes back below where it went out.
  const end: End = { x: x2, y: y + (loop?.drop ?? 0), tip: run, run };
  const begin: End = { x: x1, y, tip: back, run: out };
  const outlines = [
    ...headsAt(row.head ?? 'open', begin, end, fontPx),
    ...points.map((x) => point(x, y, fontPx)),
  ];
  return outlines.map((outline) => ({ kind: 'path', ...outline }));
}

function headsAt(
  head: NonNullable<MessageRow['head']>,
  begin: End,
  end: End,
  fontPx: number,
): readonly Outline[] {
  switch (head) {
    case 'none':
      return [];
    case 'open':
      return [{ d: wings(end, fontPx, [-1, 1]), isFilled: false }];
    case 'arrow':
      return [{ d: `${wings(end, fontPx, [-1, 1])}Z`, isFilled: true }];
    case 'both':
      return [begin, end].map((each) => ({ d: `${wings(each, fontPx, [-1, 1])}Z`, isFilled: true }));
    case 'cross':
      return [{ d: cross(end.x - 0.2 * end.tip * fontPx, end.y, ARM_EM * fontPx), isFilled: false }];
    default: {
      const [kind, side, place] = head.split('-');
      const at = place === 'back' ? begin : end;
      const wing = side === 'top' ? -at.run : at.run;
      if (kind === 'stick') return [{ d: wings(at, fontPx, [wing, 0]), isFilled: false }];
      return [
        { d: `${wings(at, fontPx, [wing, 0])}H${at.x - at.tip * LENGTH_EM * fontPx}Z`, isFilled: true },
      ];
    }
  }
}

/** From one wing by the tip to the other; a wing at 0 lies on the line, where the tip is enough. */
function wings({ x, y, tip }: End, fontPx: number, [one, other]: readonly [number, number]): string {
  const back = x - tip * LENGTH_EM * fontPx;
  const wing = (side: number) => `${back} ${y + side * SIDE_EM * fontPx}`;
  return `M${wing(one)}L${x} ${y}${other === 0 ? '' : `L${wing(other)}`}`;
}

export function cross(x: number, y: number, arm: number): string {
  return `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`;
}

function point(x: number, y: number, fontPx: number): Outline {
  const r = POINT_EM * fontPx;
  return { d: `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`, isFilled: true };
}
