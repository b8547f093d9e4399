// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import type { ImportedDiagram } from '../../src/sequence/imported-diagram.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import type { MeasureText } from '../../src/sequence/layout-model.ts';
import { diagramBlocks, parseDiagram } from '../../src/sequence/mermaid/mermaid-parse.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import { captionOf } from '../support/diagram-texts.ts';
import { login } from '../support/imported-diagrams.ts';

async function drawingOf(text: string): Promise<ImportedDiagram> {
  const blocks = diagramBlocks(text);
  if ('kind' in blocks) throw new Error(blocks.kind);
  const [block] = blocks;
  if (block === undefined) throw new Error('The text has no block.');
  const imported = await parseDiagram(block);
  if ('problem' in imported) throw new Error(JSON.stringify(imported.problem));
  return imported;
}

const imported = await drawingOf(login);
const diagram = describeImported(imported, english.imported);

describe('an imported diagram', () => {
  it('has a step for each message, each note and each part of a frame', () => {
    expect(diagram.steps.map(captionOf)).toEqual([
      'User → Web app: 1.\u00a0Name and password',
      'Web app → Web app: 2.\u00a0Checks the form',
      'Web app → Auth service: 3.\u00a0POST /login',
      'Find the user Hash the password Compare Make a session Remember it Answer',
      'Auth service → Accounts: 4.\u00a0SELECT user',
      'Accounts → Auth service: 5.\u00a0hash',
      'alt the password is right',
      'Auth service → Web app: 6.\u00a0200, session 7f3a',
      'loop every minute',
      'Web app → Auth service: 7.\u00a0Still there?',
      'else the password is wrong',
      'Auth service –× Web app: 8.\u00a0401',
      'Web app → User: 9.\u00a0Try again',
      'Web app → Log: 10.\u00a0write',
      'Log → Web app: 11.\u00a0done',
      'Everybody has seen it',
      'Web app → User: 12.\u00a0Welcome',
    ]);
  });

  it('has full sentences for captions, including ends of frames and created or destroyed participants', () => {
    const sentences = diagram.steps.map(({ sentence }) => sentence);
    expect(sentences[9]).toBe('Web app to Auth service: 7. Still there? End of loop.');
    expect(sentences[11]).toBe('Auth service to Web app: 8. 401. The arrow ends in a cross.');
    expect(sentences[12]).toBe('Web app to User: 9. Try again. End of alt.');
    expect(sentences[13]).toBe('Web app to Log: 10. write. Log is created.');
    expect(sentences[14]).toBe('Log to Web app: 11. done. Log is destroyed.');
    const inKorean = describeImported(imported, korean.imported).steps.map(({ sentence }) => sentence);
    expect(inKorean[13]).toBe('Web app에서 Log까지: 10. write. 새 참여자: Log.');
  });

  it('has nested frames, from their labels to their last rows', () => {
    expect(diagram.frames).toEqual([
      { kind: 'frame', from: 8, to: 9, depth: 1 },
      { kind: 'frame', from: 6, to: 12, depth: 0 },
    ]);
  });

  it('has each participant’s activations', () => {
    expect(diagram.activations.map(({ participant, from, to }) => `${participant} ${from} to ${to}`)).toEqual(
      ['A 2 to 12', 'W 0 to 16'],
    );
  });

  it('lists a participant’s links, and whether it exists', () => {
    const remarkAt = (step: number) => diagram.headsAt(step).map(({ remark }) => remark);
    const others = [null, null, 'Dashboard ↗', null];
    expect(remarkAt(0)).toEqual([...others, 'Not created yet']);
    expect(remarkAt(13)).toEqual([...others, null]);
    expect(remarkAt(14)).toEqual([...others, null]);
    expect(remarkAt(15)).toEqual([...others, 'Destroyed']);
    const isThereAt = (step: number) => diagram.headsAt(step).at(-1)?.isThere;
    expect([0, 12, 13, 14, 15, 16].map(isThereAt)).toEqual([false, false, true, true, false, false]);
  });

  it('marks a step’s participants as active', () => {
    const active = (step: number) =>
      diagram
        .headsAt(step)
        .flatMap(({ activity, participant }) => (activity === 'idle' ? [] : participant.id));
    expect(active(0)).toEqual(['U', 'W']);
    expect(active(3)).toEqual(['A']);
    expect(active(6)).toEqual([]);
    expect(active(15)).toEqual(['U', 'D']);
  });

  it('has an icon for each kind of participant, with its name', () => {
    const signs = diagram.participants.map(({ drawn }) => drawn?.sign?.name ?? null);
    expect(signs).toEqual([null, null, null, 'Database', null]);
  });

  it('has boxes around their participants', () => {
    expect(diagram.groups).toEqual([
      { participants: ['U', 'W'], name: 'Front', colour: null, tint: 'rgb(128, 128, 128)' },
    ]);
  });
});

describe('a rect', () => {
  const grounded = async (...lines: string[]) =>
    describeImported(await drawingOf(['sequenceDiagram', ...lines].join('\n')), english.imported);

  it('is no step: it is drawn behind the steps in it', async () => {
    const { steps, frames } = await grounded(
      ...[
        'A->>B: one',
        'rect rgb(1, 2, 3)',
        'A->>B: two',
        'rect hsl(120, 100%, 50%)',
        'loop x',
        'A->>B: three',
      ],
      ...['end', 'end', 'A->>B: four', 'end', 'A->>B: five'],
    );
    expect(steps.map(captionOf)).toEqual([
      ...['A → B: one', 'A → B: two', 'loop x', 'A → B: three', 'A → B: four', 'A → B: five'],
    ]);
    expect(frames).toEqual([
      { kind: 'frame', from: 2, to: 3, depth: 2 },
      {
        kind: 'ground',
        from: 2,
        to: 3,
        depth: 1,
        colour: { red: 0, green: 255, blue: 0, alpha: 1 },
        tint: 'rgb(0, 255, 0)',
      },
      {
        kind: 'ground',
        from: 1,
        to: 4,
        depth: 0,
        colour: { red: 1, green: 2, blue: 3, alpha: 1 },
        tint: 'rgb(64, 128, 191)',
      },
    ]);
  });

  it('is left out when empty', async () => {
    expect((await grounded('A->>B: one', 'rect red', 'end', 'A->>B: two')).frames).toEqual([]);
  });
});

describe('nested activations', () => {
  it('have levels, and arrows start at their edge', async () => {
    const text = `sequenceDiagram
A->>+B: one
A->>+B: two
B->>C: three
B-->>-A: four
B-->>-A: five`;
    const { activations, steps } = describeImported(await drawingOf(text), english.imported);
    expect(activations).toMatchObject([
      { participant: 'B', from: 1, to: 3, level: 1 },
      { participant: 'B', from: 0, to: 4, level: 0 },
    ]);
    const bars = steps.map(({ row }) => (row.kind === 'message' ? row.bars : undefined));
    expect(bars).toEqual([undefined, { from: 0, to: 1 }, { from: 1, to: 0 }, { from: 1, to: 0 }, undefined]);
  });

  it('do not nest in a bar that never ends, because it is not drawn', async () => {
    const text = 'sequenceDiagram\nA->>+B: open\nA->>+B: ask\nB-->>-A: answer\nA->>B: more';
    const { activations } = describeImported(await drawingOf(text), english.imported);
    expect(activations).toMatchObject([{ participant: 'B', from: 1, to: 2, level: 0 }]);
  });
});

describe('a box', () => {
  it('is drawn in several parts when other participants are in between', async () => {
    const text = 'sequenceDiagram\nparticipant C\nbox Two\nparticipant A\nend\nparticipant B\nA->>C: x';
    const { boxes, ...rest } = await drawingOf(text);
    const apart = { ...rest, boxes: boxes.map((box) => ({ ...box, participants: ['C', 'B'] })) };
    expect(describeImported(apart, english.imported).groups.map(({ participants }) => participants)).toEqual([
      ['C', 'C'],
      ['B', 'B'],
    ]);
  });
});

const measureText: MeasureText = (text, fontPx) => text.length * 0.55 * fontPx;

describe.each([320, 800, 1_600])('its layout at %i pixels', (width) => {
  const lay = (some: SequenceDiagram) => layoutDiagram(some, { width, fontPx: 18, measureText });
  const laid = lay(diagram);

  it('keeps notes and frame labels inside the diagram and inside their rows', () => {
    for (const row of laid.rows) {
      if (row.kind !== 'note' && row.kind !== 'frame') continue;
      const box = row.kind === 'note' ? row.box : row.wordBox;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(laid.metrics.width);
      expect(box.y).toBeGreaterThanOrEqual(row.top);
      expect(box.y + box.height).toBeLessThanOrEqual(row.top + row.height);
    }
  });

  it('gives a note of six lines six lines', () => {
    const note = laid.rows[3];
    expect(note?.lines.length).toBeGreaterThanOrEqual(6);
    if (note?.kind !== 'note') throw new Error('The fourth step is not a note.');
    expect(note.box.height).toBeGreaterThan(6 * 18);
  });

  it('draws a note over several participants from the first to the last', () => {
    const note = laid.rows[15];
    if (note?.kind !== 'note') throw new Error('The sixteenth step is not a note.');
    expect(note.box.x).toBeLessThanOrEqual(laid.columns.get('U') ?? 0);
    expect(note.box.x + note.box.width).toBeGreaterThanOrEqual(
      laid.columns.get('D') ?? Number.POSITIVE_INFINITY,
    );
  });

  it('draws a self-message back to its own lifeline, lower down', () => {
    const row = laid.rows[1];
    if (row?.kind !== 'message' || row.loop === null)
      throw new Error('The second step is not a self-message.');
    expect(row.x1).toBe(row.x2);
    expect(Math.abs(row.loop.x - row.x1)).toBeGreaterThan(18);
    expect(row.y + row.loop.drop).toBeLessThan(row.top + row.height);
  });
});

describe('an arrow', () => {
  it.each([
    ['A->>B: hello', 'A → B: hello', 'A to B: hello.'],
    ['A/|-B: hello', 'A ← B: hello', 'B to A: hello.'],
    ['A-xB: hello', 'A –× B: hello', 'A to B: hello. The arrow ends in a cross.'],
    ['A-)B: hello', 'A → B: hello', 'A to B: hello.'],
    ['A<<->>B: hello', 'A ↔ B: hello', 'A to B: hello.'],
    ['A->B: hello', 'A – B: hello', 'A to B: hello.'],
  ])('%s is described in its own direction', async (line, caption, sentence) => {
    const { steps } = describeImported(await drawingOf(`sequenceDiagram\n${line}`), english.imported);
    expect(steps.map(captionOf)).toEqual([caption]);
    expect(steps.map((step) => step.sentence)).toEqual([sentence]);
  });
});
