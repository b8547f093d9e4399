/** The cost of an imported diagram with texts of any length, in characters that are measured and shown. */
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { withBars } from '../../src/sequence/imported-lives.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import { layoutHeads } from '../../src/sequence/layout-heads.ts';
import type { MeasureText } from '../../src/sequence/layout-model.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import { readPlantUml } from '../../src/sequence/plantuml/read-plantuml.ts';
import { stopsOf } from '../../src/sequence/walk-stops.ts';

/** Where a PlantUML text can have a long text, and what it consists of. */
const places: Readonly<Record<string, (text: string) => string>> = {
  message: (text) => `A -> B : ${text}`,
  'message to itself': (text) => `A -> A : ${text}`,
  note: (text) => `A -> B : x\nnote over A : ${text}`,
  frame: (text) => `loop ${text}\nA -> B : x\nend`,
  name: (text) => `participant "${text}" as A\nA -> B : x`,
  title: (text) => `title ${text}\nA -> B : x`,
  box: (text) => `box "${text}"\nparticipant A\nend box\nA -> B : x`,
};
const pieces = { words: '한글 ', 'a word': 'w', lines: 'line\\n', 'an address': 'path/' };
const cases = Object.keys(places).flatMap((place) =>
  Object.keys(pieces).map((piece) => [place, piece] as const),
);

function diagramOf(place: string, piece: string, times: number): SequenceDiagram {
  const long = (pieces[piece as keyof typeof pieces] ?? '').repeat(times);
  const { diagram } = readPlantUml(`@startuml\n${places[place]?.(long)}\n@enduml`);
  expect(diagram.lines.length).toBeGreaterThan(0);
  return describeImported(diagram, phrasebook.imported);
}

/** Characters that laying out the diagram and its heads measures. */
function measured(diagram: SequenceDiagram): number {
  let characters = 0;
  const measureText: MeasureText = (text, fontPx) => {
    characters += text.length;
    return 0.6 * fontPx * text.length;
  };
  const options = { width: 1_000, fontPx: 16, measureText };
  const layout = layoutDiagram(diagram, options);
  layoutHeads(diagram.headsAt(0), { ...layout, groups: diagram.groups }, options);
  return characters;
}

/** Characters of everything that the page shows as text. */
function shown(diagram: SequenceDiagram): number {
  const { participants, groups, imported } = diagram;
  const texts = [
    imported?.source.title ?? '',
    ...participants.map(({ name }) => name),
    ...groups.map(({ name }) => name),
    ...stopsOf(diagram).flatMap(({ caption, sentence, presenterNote = '' }) => [
      ...caption.map(({ text }) => text),
      sentence,
      presenterNote,
    ]),
  ];
  return texts.join('').length;
}

describe('a text of any length in an imported diagram', () => {
  it.each(cases)('costs no more from some length on: %s, %s', (place, piece) => {
    const [long, twice] = [diagramOf(place, piece, 20_000), diagramOf(place, piece, 40_000)];
    expect(measured(twice)).toBe(measured(long));
    expect(shown(twice)).toBe(shown(long));
    // Of one step: its caption and its sentence, which name both ends.
    expect(shown(twice)).toBeLessThan(12_000);
  });

  it('costs no more however many notes belong to one step', () => {
    const withNotes = (count: number) => {
      const notes = Array.from({ length: count }, () => 'note over A : some words');
      const { diagram } = readPlantUml(['@startuml', 'A -> B : x', ...notes, '@enduml'].join('\n'));
      return shown(describeImported(diagram, phrasebook.imported));
    };
    expect(withNotes(4_000)).toBe(withNotes(2_000));
  });

  it('stays whole where the diagram is written as text', () => {
    const diagram = diagramOf('message', 'words', 20_000);
    const [line] = diagram.imported?.source.lines ?? [];
    expect(line).toMatchObject({ text: '한글 '.repeat(20_000).trim() });
    const row = diagram.steps[0]?.row;
    expect(row).toMatchObject({ label: '한글 '.repeat(20_000).trim() });
  });

  it('is cut between two characters, with an ellipsis', () => {
    const { diagram } = readPlantUml(`@startuml\nA -> B : ${'😀'.repeat(3_000)}\n@enduml`);
    const [step] = stopsOf(describeImported(diagram, phrasebook.imported));
    expect(step?.caption.at(-1)?.text.isWellFormed()).toBe(true);
    expect(step?.caption.at(-1)?.text).toMatch(/^(?:😀)+…$/u);
  });
});

describe('bars of work inside each other', () => {
  it('cost as much as they have rows, and not as many rows as they span', () => {
    const looks = (count: number) => {
      let rows = 0;
      const source = [
        ...Array.from({ length: count }, () => 'activate B'),
        ...Array.from({ length: count }, () => 'A -> B : x'),
        ...Array.from({ length: count }, () => 'deactivate B'),
      ];
      const { diagram } = readPlantUml(['@startuml', 'A -> B : first', ...source, '@enduml'].join('\n'));
      const { steps, activations } = describeImported(diagram, phrasebook.imported);
      const watched = steps.map((step) => ({
        ...step,
        get row() {
          rows += 1;
          return step.row;
        },
      }));
      const barred = withBars(watched, activations);
      expect(barred.at(-1)?.row).toMatchObject({ bars: { from: 0, to: 50 } });
      return rows;
    };
    expect(looks(400)).toBeLessThan(3 * looks(200));
  });
});
