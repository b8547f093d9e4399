// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { describeDrawing } from '../../src/diagram/describe-drawing.ts';
import type { Drawing } from '../../src/diagram/drawing.ts';
import { layoutDiagram } from '../../src/diagram/layout.ts';
import type { MeasureText } from '../../src/diagram/layout-model.ts';
import type { SequenceDiagram } from '../../src/diagram/model.ts';
import { phrasebook as english } from '../../src/i18n/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/i18n/ko/phrasebook.ts';
import { drawingBlocks, parseDrawing } from '../../src/share/mermaid-parse.ts';
import { captionOf } from '../support/diagram-texts.ts';
import { login } from '../support/drawings.ts';

async function drawingOf(text: string): Promise<Drawing> {
  const blocks = drawingBlocks(text);
  if ('kind' in blocks) throw new Error(blocks.kind);
  const [block] = blocks;
  if (block === undefined) throw new Error('There is no block.');
  const drawing = await parseDrawing(block);
  if ('problem' in drawing) throw new Error(JSON.stringify(drawing.problem));
  return drawing;
}

const drawing = await drawingOf(login);
const diagram = describeDrawing(drawing, english.drawing);

describe('the diagram of somebody’s own drawing', () => {
  it('has a step for each message, each note and each part of a frame', () => {
    expect(diagram.steps.map(captionOf)).toEqual([
      'User → Web app: 1. Name and password',
      'Web app → Web app: 2. Checks the form',
      'Web app → Auth service: 3. POST /login',
      'Find the user · Hash the password · Compare · Make a session · Remember it · Answer',
      'Auth service → Accounts: 4. SELECT user',
      'Accounts → Auth service: 5. hash',
      'alt the password is right',
      'Auth service → Web app: 6. 200, session 7f3a',
      'loop every minute',
      'Web app → Auth service: 7. Still there?',
      'else the password is wrong',
      'Auth service → Web app: 8. 401',
      'Web app → User: 9. Try again',
      'Web app → Log: 10. write',
      'Log → Web app: 11. done',
      'Everybody has seen it',
      'Web app → User: 12. Welcome',
    ]);
  });

  it('says in full sentences what is seen, also where a frame ends and who comes and goes', () => {
    const sentences = diagram.steps.map(({ sentence }) => sentence);
    expect(sentences[9]).toBe('Web app to Auth service: 7. Still there? End of loop.');
    expect(sentences[11]).toBe('Auth service to Web app: 8. 401 (it does not arrive).');
    expect(sentences[12]).toBe('Web app to User: 9. Try again. End of alt.');
    expect(sentences[13]).toBe('Web app to Log: 10. write. Log comes into being.');
    expect(sentences[14]).toBe('Log to Web app: 11. done. Log is no more.');
    const inKorean = describeDrawing(drawing, korean.drawing).steps.map(({ sentence }) => sentence);
    expect(inKorean[13]).toBe('Web app에서 Log까지: 10. write. Log가 생겨요.');
  });

  it('has its frames in each other, from their words to their last rows', () => {
    expect(diagram.frames).toEqual([
      { from: 8, to: 9, depth: 1 },
      { from: 6, to: 12, depth: 0 },
    ]);
  });

  it('has the work of each participant', () => {
    expect(diagram.activations.map(({ participant, from, to }) => `${participant} ${from} to ${to}`)).toEqual(
      ['A 2 to 12', 'W 0 to 16'],
    );
  });

  it('tells of a participant what shape, box and links it has, and whether it is there', () => {
    const remarkAt = (step: number) => diagram.headsAt(step).map(({ remark }) => remark);
    const others = ['In: Front', 'In: Front', 'Dashboard: https://example.com/auth', 'Database'];
    expect(remarkAt(0)).toEqual([...others, 'Not there yet']);
    expect(remarkAt(13)).toEqual([...others, null]);
    expect(remarkAt(14)).toEqual([...others, null]);
    expect(remarkAt(15)).toEqual([...others, 'Gone']);
  });

  it('shows who takes part in a step', () => {
    const active = (step: number) =>
      diagram
        .headsAt(step)
        .flatMap(({ activity, participant }) => (activity === 'idle' ? [] : participant.id));
    expect(active(0)).toEqual(['U', 'W']);
    expect(active(3)).toEqual(['A']);
    expect(active(6)).toEqual([]);
    expect(active(15)).toEqual(['U', 'D']);
  });

  it('marks what does not arrive', () => {
    expect(diagram.steps.flatMap(({ mark }, index) => (mark === null ? [] : [`${index} ${mark}`]))).toEqual([
      '11 failure',
    ]);
  });
});

const measureText: MeasureText = (text, fontPx) => text.length * 0.55 * fontPx;

describe.each([320, 800, 1_600])('its layout at %i pixels', (width) => {
  const lay = (some: SequenceDiagram) => layoutDiagram(some, { width, fontPx: 18, measureText });
  const laid = lay(diagram);

  it('keeps notes and the words of frames inside the diagram and inside their rows', () => {
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
    if (note?.kind !== 'note') throw new Error('The fourth step is a note.');
    expect(note.box.height).toBeGreaterThan(6 * 18);
  });

  it('draws a note over several participants from the first to the last', () => {
    const note = laid.rows[15];
    if (note?.kind !== 'note') throw new Error('The sixteenth step is a note.');
    expect(note.box.x).toBeLessThanOrEqual(laid.columns.get('U') ?? 0);
    expect(note.box.x + note.box.width).toBeGreaterThanOrEqual(
      laid.columns.get('D') ?? Number.POSITIVE_INFINITY,
    );
  });

  it('brings a message to oneself back to its own lifeline, lower down', () => {
    const row = laid.rows[1];
    if (row?.kind !== 'message' || row.loop === null)
      throw new Error('The second step is a message to oneself.');
    expect(row.x1).toBe(row.x2);
    expect(Math.abs(row.loop.x - row.x1)).toBeGreaterThan(18);
    expect(row.y + row.loop.drop).toBeLessThan(row.top + row.height);
  });
});

describe('an arrow', () => {
  it.each([
    ['A->>B: hello', 'A → B: hello', 'A to B: hello.'],
    ['A/|-B: hello', 'A ← B: hello', 'B to A: hello.'],
    ['A<<->>B: hello', 'A ↔ B: hello', 'A to B: hello.'],
    ['A->B: hello', 'A – B: hello', 'A to B: hello.'],
  ])('%s is told the way it points', async (line, caption, sentence) => {
    const { steps } = describeDrawing(await drawingOf(`sequenceDiagram\n${line}`), english.drawing);
    expect(steps.map(captionOf)).toEqual([caption]);
    expect(steps.map((step) => step.sentence)).toEqual([sentence]);
  });
});
