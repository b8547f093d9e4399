/** The heads at the ends of an arrow, as paths. */
import type { LaidMessage } from '../layout-model.ts';
import type { MessageRow } from '../model.ts';
import type { PathShape } from './shapes.ts';

export interface HeadPath extends PathShape {
  readonly isFilled: boolean;
}

type Outline = Pick<HeadPath, 'd' | 'isFilled'> & { readonly isAtStart?: boolean };

/** An end of a line. */
interface End {
  readonly x: number;
  readonly y: number;
  /** Direction of the tip: 1 to the right, -1 to the left. */
  readonly tip: 1 | -1;
  /** Direction of the line at this end. */
  readonly run: 1 | -1;
}

const LENGTH_EM = 0.5;
const SIDE_EM = 0.31;
/** From the middle of a cross to its corners. */
const ARM_EM = 0.36;
const POINT_EM = 0.34;

export function headPaths(laid: LaidMessage, fontPx: number): readonly HeadPath[] {
  const { x1, x2, y, rise, loop, points, row } = laid;
  const out = Math.sign((loop?.x ?? x2) - x1) < 0 ? -1 : 1;
  const back = out === 1 ? -1 : 1;
  const run = loop === null ? out : back;
  // A message to its own sender returns below its start.
  const end: End = { x: x2, y: y + (loop?.drop ?? 0), tip: run, run };
  const begin: End = { x: x1, y, tip: back, run: out };
  const heads = headsAt(row.head ?? 'open', begin, end, fontPx);
  const dots = points.map((x) => point(x, startsAt(x, laid) ? y - rise : y, fontPx));
  return [
    ...heads.map((head) => ({ kind: 'path', ...head, ...turned(head, laid) }) as const),
    ...dots.map((dot) => ({ kind: 'path', ...dot }) as const),
  ];
}

function startsAt(x: number, { x1, x2 }: LaidMessage): boolean {
  return Math.abs(x - x1) < Math.abs(x - x2);
}

/** Turned with its arrow around its tip. Heads are outlined as those of a level arrow. */
function turned({ isAtStart }: Outline, { x1, x2, y, rise }: LaidMessage): Pick<PathShape, 'transform'> {
  if (rise === 0) return {};
  const degrees = (Math.atan2(rise, x2 - x1) * 180) / Math.PI;
  // A head to the left is outlined so, and turns by as much as its arrow differs from a level one.
  const turn = x2 < x1 ? degrees - 180 : degrees;
  return isAtStart
    ? { transform: `translate(0 ${-rise}) rotate(${turn} ${x1} ${y})` }
    : { transform: `rotate(${turn} ${x2} ${y})` };
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
      return [begin, end].map((each) => ({
        d: `${wings(each, fontPx, [-1, 1])}Z`,
        isFilled: true,
        isAtStart: each === begin,
      }));
    case 'cross':
      return [{ d: cross(end.x - 0.2 * end.tip * fontPx, end.y, ARM_EM * fontPx), isFilled: false }];
    default: {
      const [kind, side, place] = head.split('-');
      const at = place === 'back' ? begin : end;
      const wing = side === 'top' ? -at.run : at.run;
      const isAtStart = at === begin;
      if (kind === 'stick') return [{ d: wings(at, fontPx, [wing, 0]), isFilled: false, isAtStart }];
      return [
        {
          d: `${wings(at, fontPx, [wing, 0])}H${at.x - at.tip * LENGTH_EM * fontPx}Z`,
          isFilled: true,
          isAtStart,
        },
      ];
    }
  }
}

/** From one wing over the tip to the other. A wing at 0 lies on the line, so the tip is enough. */
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
