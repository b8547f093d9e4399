// @vitest-environment jsdom
import '../../../../tests/support/css-colours.ts';
import { expect, test } from 'vitest';
import { importedFrom } from '../../../../tests/support/diagram-fixtures.ts';
import { phrasebook } from '../../../locales/en/phrasebook.ts';
import { describeImported } from '../../../sequence/describe-imported.ts';
import { drawWithMermaid } from '../../../sequence/mermaid/mermaid.ts';
import { toMermaid } from '../../../sequence/to-mermaid.ts';
import { showStep } from '../show-step.ts';

const ink = '#000000';
const surface = '#ffffff';
const colours = { ink, surface, line: ink, memory: ink, memoryGround: surface, memoryLine: ink };

/** Mermaid's drawing. jsdom measures nothing, which doesn't matter to what belongs to a step. */
async function drawn(text: string) {
  Object.assign(SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 40, height: 10 }) });
  const diagram = describeImported(await importedFrom(text), phrasebook.imported);
  const written = toMermaid(diagram, { settings: false, formulas: 'text' });
  const scroller = document.body.appendChild(document.createElement('div'));
  const workshop = document.body.appendChild(document.createElement('div'));
  const { signal } = new AbortController();
  scroller.innerHTML = await drawWithMermaid({
    text: written.text,
    colours,
    fontFamily: 'serif',
    workshop,
    signal,
  });
  return (step: number) => {
    showStep(scroller, written.drawn, step);
    return [...scroller.querySelectorAll('text[data-present]')].map(({ textContent }) => textContent);
  };
}

test('marks all lines of a message, and none of another', async () => {
  const present = await drawn(`sequenceDiagram
    A->>B: one
    B->>A: two<br/>of<br/>three
    loop again<br/>and again
    A->>A: four<br/>five
    end
    A->>B: wrap: ${'six '.repeat(60)}
    B->>A: seven
    A->>B:
    B->>A: eight`);
  expect(present(0)).toEqual(['one']);
  expect(present(1)).toEqual(['two', 'of', 'three']);
  expect(present(3)).toEqual(['four', 'five']);
  expect(present(4).join(' ').split(' ').filter(Boolean)).toEqual(Array.from({ length: 60 }, () => 'six'));
  expect(present(5)).toEqual(['seven']);
  expect(present(7)).toEqual(['eight']);
});
