import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phrasebook } from '../../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../../src/sequence/describe-imported.ts';
import { describeRun } from '../../../src/sequence/describe-run.ts';
import type { ArrowHead, ImportedDiagram } from '../../../src/sequence/imported-diagram.ts';
import type { SequenceDiagram } from '../../../src/sequence/model.ts';
import { readPlantUml } from '../../../src/sequence/plantuml/read-plantuml.ts';
import { toPlantUml } from '../../../src/sequence/plantuml/to-plantuml.ts';
import { anyDiagram } from '../../support/any-diagram.ts';
import { runOf } from '../../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../../support/scenario.ts';

/** All but a line without a head, which PlantUML lacks. */
const heads: readonly ArrowHead[] = [
  ...(['arrow', 'open', 'cross', 'both', 'half-top', 'half-bottom', 'stick-top', 'stick-bottom'] as const),
  ...(['half-top-back', 'half-bottom-back', 'stick-top-back', 'stick-bottom-back'] as const),
];

/** What a reader of the diagram sees. IDs are replaced by positions, because a format can demand other ones. */
function seen(diagram: SequenceDiagram, title: string) {
  const place = (id: string) => diagram.participants.findIndex((each) => each.id === id);
  return {
    title,
    participants: diagram.participants.map(({ name, role, drawn }) => [name, role, drawn?.shape]),
    groups: diagram.groups.map(({ name, participants }) => [name, participants.map(place)]),
    rows: diagram.steps.map(({ row }) => {
      if (row.kind === 'message') return { ...row, from: place(row.from), to: place(row.to) };
      if (row.kind === 'note') return { ...row, participants: row.participants.map(place) };
      return row;
    }),
    activations: diagram.activations
      .map(({ participant, from, to, level }) => [place(participant), level, from, to].join(' '))
      .sort(),
    absences: diagram.absences.map(({ participant, from, to }) => [place(participant), from, to]),
    frames: diagram.frames.map(({ from, to, depth, kind }) => [from, to, depth, kind]),
  };
}

const described = (imported: ImportedDiagram) => describeImported(imported, phrasebook.imported);

test('PlantUML text of any diagram reads back as the same diagram', () => {
  fc.assert(
    fc.property(anyDiagram(heads), (imported) => {
      const { title } = imported;
      const text = toPlantUml(described(imported), { title });
      const { diagram, notUnderstood } = readPlantUml(text);
      expect(notUnderstood).toEqual([]);
      expect(seen(described(diagram), diagram.title)).toEqual(seen(described(imported), title));
    }),
    { numRuns: 100 },
  );
});

test('work inside of work that never ends keeps its place', () => {
  const work = (kind: 'begin-work' | 'end-work') => ({ kind, participant: 'b' }) as const;
  const { diagram } = readPlantUml('a -> b : one\na -> b : two\nb -> a : three');
  const [one, two, three] = diagram.lines;
  if (one === undefined || two === undefined || three === undefined)
    throw new Error('There are three lines.');
  const lines = [one, work('begin-work'), two, work('begin-work'), three, work('end-work')];
  const before = described({ ...diagram, lines });
  const again = described(readPlantUml(toPlantUml(before)).diagram);
  expect(seen(again, '')).toEqual(seen(before, ''));
});

test('participants that are created and destroyed keep their place', () => {
  const text = `@startuml
participant a
participant b
participant c
create b
a -> b : new
b -> c : x
destroy b
a -> c : y
@enduml`;
  const first = readPlantUml(text);
  expect(first.notUnderstood).toEqual([]);
  expect(first.diagram.lines).toMatchObject([{ creates: 'b' }, { destroys: 'b' }, { destroys: null }]);
  const again = readPlantUml(toPlantUml(described(first.diagram)));
  expect(seen(described(again.diagram), '')).toEqual(seen(described(first.diagram), ''));
});

test('a run with a crash has every message, band and note', () => {
  const run = describeRun(runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]), phrasebook);
  const { diagram, notUnderstood } = readPlantUml(toPlantUml(run));
  expect(notUnderstood).toEqual([]);
  const words = diagram.lines.flatMap((line) => ('text' in line ? [line.text] : []));
  const expected = run.steps.flatMap(({ row }) => {
    if (row.kind === 'message') return [row.label, ...row.notes.map(({ text }) => text)];
    return row.kind === 'band' ? [[row.title, row.detail].filter(Boolean).join('\n')] : [];
  });
  expect(words).toEqual(expected);
  expect(diagram.participants.map(({ name }) => name)).toEqual(run.participants.map(({ name }) => name));
});

test('captions and a limit are options', () => {
  const run = describeRun(runOf(scenario(), []), phrasebook);
  const { diagram } = readPlantUml(toPlantUml(run, { upTo: 1, captions: true }));
  const notes = diagram.lines.filter(
    (line) => line.kind === 'note' && line.participants[0] !== line.participants[1],
  );
  expect(notes).toHaveLength(2);
});

test('a participant without a name has a blank, because PlantUML rejects an empty one', () => {
  const { diagram } = readPlantUml('participant " " as a\na -> b : x');
  const text = toPlantUml(described(diagram));
  expect(text).toContain('participant " " as a');
  expect(readPlantUml(text).diagram.participants.map(({ name }) => name)).toEqual(['', 'b']);
});
