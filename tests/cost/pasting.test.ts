/** The cost of a pasted or dropped text before Mermaid's own parser gets it, in characters that are looked at. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagramBlocks } from '../../src/sequence/mermaid/mermaid-parse.ts';
import { charactersVisited } from '../support/work.ts';

/** What a hostile text repeats: the beginnings and ends of everything that is looked for. */
const anyPiece = fc.oneof(
  fc.constantFrom(
    ...['\n', ' ', '\t', '---', '---\n', 'title:', 'title: x\n', '%%', '%%{', '}%%', '%%{init: {}}%%\n'],
    ...[
      '```',
      '```mermaid\n',
      '~~~mermaid\n',
      ':::mermaid\n',
      '```\n',
      '#',
      '# ',
      '###### a # # #\n',
      '"',
      "'",
    ],
    ...[
      'sequenceDiagram\n',
      'A->>B: x\n',
      'loop\n',
      'end\n',
      ';',
      ':',
      '\r',
      '\r\n',
      'flowchart LR\n',
      '{',
      '[',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

/** A beginning, a part that is repeated, and an end. */
const anyText = fc.record({
  start: fc.array(anyPiece, { maxLength: 3 }).map((pieces) => pieces.join('')),
  repeated: fc.array(anyPiece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  end: fc.array(anyPiece, { maxLength: 2 }).map((pieces) => pieces.join('')),
});

function workOf({ start, repeated, end }: { start: string; repeated: string; end: string }, times: number) {
  const text = `${start}${repeated.repeat(times)}${end}`;
  return { size: text.length, work: charactersVisited(() => diagramBlocks(text)) };
}

describe('reading a pasted text', () => {
  it('looks at each character a limited number of times, whatever is repeated in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { size, work } = workOf(text, 300);
        expect(work).toBeLessThanOrEqual(40 * size + 1_000);
      }),
      { numRuns: 150 },
    );
  });

  it('takes less than four times the work for twice the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [once, twice] = [workOf(text, 200), workOf(text, 400)];
        expect(twice.work).toBeLessThan(3 * once.work + 1_000);
      }),
      { numRuns: 150 },
    );
  });

  it('is measured: a scan that starts anew at each line counts as quadratic', () => {
    const rescan = (lines: number) => {
      const text = 'x\n'.repeat(lines);
      return charactersVisited(() => {
        for (let line = 0; line < lines; line += 1) text.slice(2 * line).indexOf('---');
      });
    };
    expect(rescan(400)).toBeGreaterThan(3.5 * rescan(200));
  });
});
