import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished, inSlices, nextTask } from '../../src/sequence/interruptible.ts';
import { layOut, layoutDiagram } from '../../src/sequence/layout.ts';
import { keptRows } from '../../src/sequence/layout-rows.ts';
import { anyDiagram, anyOptions } from '../support/layouts.ts';

describe('a layout in parts', () => {
  it('begins like the whole layout, and is that layout once it is continued', () => {
    fc.assert(
      fc.property(anyDiagram, anyOptions, fc.nat({ max: 40 }), (diagram, options, rowCount) => {
        const whole = layoutDiagram(diagram, options);
        const part = finished(layOut(diagram, options, { rowCount }));
        expect(part).toEqual({ ...whole, rows: whole.rows.slice(0, rowCount) });
        expect(keptRows(part, diagram)).toBe(Math.min(rowCount, diagram.steps.length));
        expect(finished(layOut(diagram, options, { before: part }))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('can pause at each row', () => {
    const [diagram] = fc.sample(anyDiagram, 1);
    const [options] = fc.sample(anyOptions, 1);
    if (diagram === undefined || options === undefined) throw new Error('There is no sample.');
    expect([...layOut(diagram, options)].length).toBeGreaterThanOrEqual(diagram.steps.length);
  });
});

describe('work in slices', () => {
  it('gives the result of the work without a pause', async () => {
    await expect(inSlices(counted(1_000))).resolves.toBe(1_000);
    expect(finished(counted(1_000))).toBe(1_000);
  });

  it('lets other tasks run, and ends when it is aborted', async () => {
    const controller = new AbortController();
    const endless = inSlices(counted(Number.POSITIVE_INFINITY), controller.signal);
    const outcome = expect(endless).rejects.toThrow('enough');
    await nextTask();
    controller.abort(new Error('enough'));
    await outcome;
  });

  it('passes errors on', async () => {
    await expect(inSlices(failing())).rejects.toThrow('broken');
  });
});

function* counted(end: number): Generator<void, number, void> {
  let count = 0;
  while (count < end) {
    count += 1;
    yield;
  }
  return count;
}

function* failing(): Generator<void, void, void> {
  yield;
  throw new Error('broken');
}
