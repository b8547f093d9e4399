import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaidBand, LaidRow } from '../../../sequence/layout-model.ts';
import { cameraTarget, type ScrollPosition } from '../camera-target.ts';
import type { StageSize } from '../use-stage-size.ts';

const metrics = { width: 1_000, fontPx: 16, lineHeight: 21 };
const size = { width: 600, height: 500, fontPx: 16, headsHeight: 100 };

/** A band: the simplest row, at one lifeline. */
function rowAt(top: number, height: number, x = 300): LaidBand {
  const row = {
    kind: 'band',
    participant: 'a',
    title: '',
    detail: '',
    tone: 'plain',
    sign: 'crash',
  } as const;
  return {
    kind: 'band',
    index: 0,
    top,
    height,
    y: top,
    lines: [],
    detailLines: [],
    x,
    textSide: 'right',
    textEnd: x,
    row: row as unknown as LaidBand['row'],
  };
}

/** The parts of a message row that the camera reads. */
function arrow(x1: number, x2: number) {
  return { ...rowAt(0, 40), kind: 'message', x1, x2, loop: null } as unknown as Parameters<
    typeof cameraTarget
  >[1];
}

const view = { size, metrics, showsFuture: false };

describe('the camera', () => {
  it('shows the words of a band, too, on either side of its lifeline', () => {
    // Words up to 800, and a margin of 2.5 em: 800 + 40 - 600.
    expect(cameraTarget({ top: 0, left: 0 }, { ...rowAt(0, 40), textEnd: 800 }, view).left).toBe(240);
    // Words from 250, with the lifeline at 700.
    const left = { ...rowAt(0, 40, 700), textSide: 'left', textEnd: 250 } as const;
    expect(cameraTarget({ top: 0, left: 400 }, left, view).left).toBe(210);
  });

  it('shows both ends of whatever fits, with what is left as margins', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 1, max: 600, noNaN: true }),
        (x, width) => {
          const { left } = cameraTarget({ top: 0, left: 0 }, arrow(x, x + width), view);
          // Rounded to whole pixels. The diagram itself ends at 1,000.
          expect(left).toBeLessThanOrEqual(x + 0.5);
          expect(left + size.width).toBeGreaterThanOrEqual(Math.min(x + width, metrics.width) - 0.5);
        },
      ),
    );
  });

  it('shows the words of a band from their beginning if they are too wide', () => {
    const narrow = { ...view, size: { ...size, width: 200 } };
    expect(cameraTarget({ top: 0, left: 0 }, { ...rowAt(0, 40), textEnd: 800 }, narrow).left).toBe(284);
  });

  it('stays where it is while the present row is in sight', () => {
    expect(cameraTarget({ top: 150, left: 0 }, rowAt(300, 60), view)).toMatchObject({ top: 150 });
  });

  it('scrolls down just far enough for a row below the edge, with a margin', () => {
    // The room is 400 px high, the margin 0.8 of a line: 0.8 × 21 = 16.8.
    expect(cameraTarget({ top: 0, left: 0 }, rowAt(600, 60), view)).toMatchObject({ top: 277 });
  });

  it('scrolls up to a row above the edge', () => {
    expect(cameraTarget({ top: 900, left: 0 }, rowAt(600, 60), view)).toMatchObject({ top: 583 });
  });

  it('shows the beginning of a row that is higher than the room', () => {
    const { top } = cameraTarget({ top: 0, left: 0 }, rowAt(600, 800), view);
    expect(Math.abs(top - 600)).toBeLessThan(16);
  });

  it('keeps both ends of an arrow in sight where they fit', () => {
    const { left } = cameraTarget({ top: 0, left: 0 }, arrow(250, 720), view);
    expect(left).toBeLessThan(250);
    expect(left + size.width).toBeGreaterThan(720);
  });

  it('shows the receiver of an arrow that is wider than the stage', () => {
    expect(cameraTarget({ top: 0, left: 0 }, arrow(50, 950), view).left).toBe(400);
    expect(cameraTarget({ top: 0, left: 400 }, arrow(950, 50), view).left).toBe(0);
  });

  it('shows the whole heads of an arrow’s ends, and of a band’s node, if all of it fits', () => {
    const halves = new Map([
      ['a', 80],
      ['b', 80],
    ]);
    const ends = { row: { kind: 'message', from: 'a', to: 'b' } };
    const message = { ...arrow(100, 300), ...ends } as unknown as Parameters<typeof cameraTarget>[1];
    // The head of a goes from 20 to 180, and the stage showed the diagram from 60.
    expect(cameraTarget({ top: 0, left: 60 }, message, { ...view, halves }).left).toBeLessThanOrEqual(20);
    // The node at 300 has its words at the right, up to 500, and its head from 220.
    const band = { ...rowAt(0, 40), textEnd: 500 };
    expect(cameraTarget({ top: 0, left: 290 }, band, { ...view, halves }).left).toBeLessThanOrEqual(220);
    // With its words at the left, from 100, its head ends at 380.
    const left = { ...rowAt(0, 40), textSide: 'left', textEnd: 100 } as const;
    const target = cameraTarget({ top: 0, left: 0 }, left, {
      ...view,
      size: { ...size, width: 340 },
      halves,
    });
    expect(target.left).toBeLessThanOrEqual(100);
    expect(target.left + 340).toBeGreaterThanOrEqual(380);
  });

  it('shows the words of a message to its own sender', () => {
    const loop = {
      ...arrow(700, 700),
      loop: { x: 740, drop: 20 },
      pill: { x: 690, y: 0, width: 260, height: 20 },
    } as unknown as Parameters<typeof cameraTarget>[1];
    expect(cameraTarget({ top: 0, left: 0 }, loop, view).left).toBeGreaterThanOrEqual(950 - 600);
  });

  it('shows what arrives with the present row, too, as far as it fits', () => {
    const note = (x: number, width: number) =>
      ({ ...rowAt(40, 40), kind: 'note', box: { x, y: 40, width, height: 40 } }) as unknown as LaidRow;
    const beside = { ...view, together: [note(500, 300)] };
    expect(cameraTarget({ top: 0, left: 0 }, arrow(300, 400), beside).left).toBeGreaterThanOrEqual(200);
    const far = { ...view, together: [note(700, 300)] };
    expect(cameraTarget({ top: 0, left: 0 }, arrow(100, 400), far).left).toBe(0);
    const both = { ...view, together: [note(500, 180), note(700, 300)] };
    expect(cameraTarget({ top: 0, left: 0 }, arrow(100, 400), both).left).toBeGreaterThanOrEqual(80);
  });

  it('shows the whole present row from anywhere, with and without upcoming rows, when it fits', () => {
    const px = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        px(20_000),
        px(20_000),
        px(400),
        px(900),
        fc.boolean(),
        (from, top, height, heads, future) => {
          const shown = { ...size, headsHeight: Math.min(heads, 450) };
          const room = shown.height - shown.headsHeight;
          const present = rowAt(top, Math.min(height, room));
          const target = cameraTarget({ top: from, left: 0 }, present, {
            ...view,
            size: shown,
            showsFuture: future,
          });
          expect(isInSight(target, present, shown)).toBe(true);
        },
      ),
    );
  });
});

/** Whether the whole row is in the room below the heads. Rounding doesn't count. */
function isInSight(position: ScrollPosition, { top, height }: LaidBand, size: StageSize): boolean {
  const ROUNDING_PX = 2;
  const from = top - position.top;
  return from >= -ROUNDING_PX && from + height <= size.height - size.headsHeight + ROUNDING_PX;
}
