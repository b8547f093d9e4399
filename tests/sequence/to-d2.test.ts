import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { readPlantUml } from '../../src/sequence/plantuml/read-plantuml.ts';
import { toD2 } from '../../src/sequence/to-d2.ts';
import { anyDiagram } from '../support/any-diagram.ts';
import { runOf } from '../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

const d2 = (source: string, title = '') =>
  toD2(describeImported(readPlantUml(source).diagram, phrasebook.imported), { title });

const emptyFrame = [
  { kind: 'begin-frame', frame: 'opt', text: 'while idle' },
  { kind: 'end-frame' },
] as const;

/** The strings of a D2 text, read by the rules of https://d2lang.com/tour/strings: backslash escapes in double quotes. */
function stringsOf(text: string): string[] {
  const strings: string[] = [];
  for (const [, body = ''] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    strings.push(body.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character)));
  }
  return strings;
}

describe('D2 text', () => {
  it('has participants, messages, spans, notes and groups', () => {
    expect(
      d2(
        'actor U\nparticipant "Web \\n app" as W\ndatabase D\nU -> W ++ : GET\nW -> D : SELECT\nD --> W\n' +
          'note over W : cached\nalt found\nW --> U -- : 200\nelse not found\nU ->x W : lost\nend\nU ->> U : think',
        'Login',
      ),
    ).toBe(`diagram: "Login" {
  shape: sequence_diagram
  U: "U" { shape: person }
  W: "Web\\napp"
  D: "D" { shape: cylinder }
  U -> W.work_1: "GET"
  W.work_1 -> D: "SELECT"
  D -> W.work_1: "" { style.stroke-dash: 3 }
  W.note_1: "cached"
  group_1: "alt found" {
    W.work_1 -> U: "200" { style.stroke-dash: 3 }
  }
  group_2: "else not found" {
    U -> W: "lost" { target-arrowhead.shape: cross }
  }
  U -> U: "think" { target-arrowhead.shape: arrow }
}
`);
  });

  it('writes a frame without a message as notes, because D2 draws no such group', () => {
    expect(d2('A -> B : x\nopt maybe\nnote over B : y\nend')).toBe(`shape: sequence_diagram
A: "A"
B: "B"
A -> B: "x"
A.note_2: "opt maybe"
B.note_1: "y"
`);
  });

  it('writes the words of a frame without any participant as a comment', () => {
    const imported = { ...readPlantUml('').diagram, lines: emptyFrame };
    expect(toD2(describeImported(imported, phrasebook.imported))).toBe(
      'shape: sequence_diagram\n# opt while idle\n',
    );
  });

  it('escapes quotes, backslashes, substitutions and line breaks of every label', () => {
    expect(d2('A -> B : say <U+0022>hi<U+0022> $x C:<U+005C>n\\nnext')).toContain(
      'A -> B: "say \\"hi\\" \\$x C:\\\\n\\nnext"',
    );
  });

  it('has the label of every message of any diagram', () => {
    fc.assert(
      fc.property(anyDiagram(['arrow', 'none', 'both', 'cross', 'half-top-back']), (imported) => {
        const diagram = describeImported(imported, phrasebook.imported);
        const strings = stringsOf(toD2(diagram));
        for (const { row } of diagram.steps) {
          if (row.kind !== 'message') continue;
          expect(strings).toContain(row.number === undefined ? row.label : `${row.number}. ${row.label}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has a run’s crash, and its notes', () => {
    const run = describeRun(runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]), phrasebook);
    const strings = stringsOf(toD2(run, { captions: true }));
    for (const { row, caption } of run.steps) {
      if (row.kind === 'band') expect(strings).toContain([row.title, row.detail].filter(Boolean).join('\n'));
      if (row.kind === 'message') for (const { text } of row.notes) expect(strings).toContain(text);
      expect(strings).toContain(caption.map(({ text }) => text).join(''));
    }
  });
});
