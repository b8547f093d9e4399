import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import { placeBand } from '../../src/sequence/place-band.ts';
import { Sheet } from '../../src/sequence/sheet.ts';
import { measureText } from '../support/layouts.ts';
import { runOf } from '../support/run-of.ts';
import { scenario } from '../support/scenario.ts';

const options = { width: 1_875, fontPx: 36, measureText };
/** A client, a load balancer and the servers. */
const diagramOf = (servers: number) => describeRun(runOf(scenario({ servers }), []), phrasebook);

describe('the columns', () => {
  it.each([3, 4, 5, 6])('of %i servers all fit on a projector', (servers) => {
    expect(layoutDiagram(diagramOf(servers), options).metrics.width).toBe(options.width);
  });

  it('are as wide as the stage where they have the room, whatever the font', () => {
    for (const fontPx of [11, 14, 18]) {
      expect(
        layoutDiagram(diagramOf(3), { ...options, width: 650, fontPx }).metrics.width,
      ).toBeGreaterThanOrEqual(650);
    }
  });

  it('keep a comfortable distance where they cannot all fit', () => {
    const { metrics, columns } = layoutDiagram(diagramOf(3), { ...options, width: 600 });
    const [first = 0, second = 0] = [...columns.values()];
    expect(metrics.width).toBeGreaterThan(600);
    expect(second - first).toBeGreaterThanOrEqual(8 * options.fontPx);
  });
});

describe('a band', () => {
  it('has a title alone in its middle', () => {
    const sheet = new Sheet(new Map([['server-1', 900]]), options.width, options);
    const row = {
      kind: 'band',
      participant: 'server-1',
      tone: 'neutral',
      icon: 'restart',
      title: 'It is back',
    };
    const laid = placeBand({ ...row, detail: '' } as never, { index: 0, top: 0, frame: undefined }, sheet);

    expect(laid.detailLines).toEqual([]);
  });
});
