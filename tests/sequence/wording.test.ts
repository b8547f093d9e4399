import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { DiagramStep, SequenceDiagram } from '../../src/sequence/model.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { captionOf, labelOf, textsOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario } from '../support/runs.ts';
import {
  crash,
  purchase,
  restart,
  type ScenarioChanges,
  scenario,
  whenAnswered,
} from '../support/scenario.ts';

/** Expected texts in each language. */
const languages = [
  {
    phrasebook: english,
    language: 'English',
    laptop: /laptop/i,
    two: /\b(two|2)\b/i,
    card: /card/i,
    cash: /cash/i,
    what: /what|which/i,
    howMany: /how many/i,
    neverMet: /never served|is new to this customer/,
    serverOne: 'Server 1',
    serverTwo: 'Server 2',
  },
  {
    phrasebook: korean,
    language: 'Korean',
    laptop: /노트북/,
    two: /두|2/,
    card: /카드/,
    cash: /현금/,
    what: /무엇|무슨|어떤|뭘/,
    howMany: /몇/,
    neverMet: /처음/,
    serverOne: '서버 1',
    serverTwo: '서버 2',
  },
];

function captionAt(steps: readonly DiagramStep[], index: number): string {
  const step = steps[index];
  if (step === undefined) throw new Error(`There is no step ${index}.`);
  return captionOf(step);
}

describe.each(languages)('in $language', (words) => {
  const diagramOf = (changes: ScenarioChanges = {}, commands: readonly Command[] = []): SequenceDiagram =>
    describeRun(runOf(scenario(changes), commands), words.phrasebook);

  /** Texts on the client's arrows, in order: question, answer, question, answer. */
  const talk = ({ steps }: SequenceDiagram) =>
    steps.flatMap((step) =>
      step.row.kind === 'message' && [step.row.from, step.row.to].includes('client') ? [labelOf(step)] : [],
    );

  it('one server gives the price and the total, and takes the payment (T1)', () => {
    const [asks, price, says, total, pays, paid] = talk(diagramOf());
    expect(asks).toMatch(words.laptop);
    expect(price).toContain('1,000,000');
    expect(says).toMatch(words.two);
    expect(says).not.toMatch(words.laptop);
    expect(total).toContain('2,000,000');
    expect(total).toMatch(words.card);
    expect(total).toMatch(words.cash);
    expect(pays).toMatch(words.card);
    expect(pays).not.toMatch(words.two);
    expect(paid).toContain('2,000,000');
  });

  it('two Americanos are 6,000 won (T1)', () => {
    const [, price, , total] = talk(diagramOf({ script: purchase('americano') }));
    expect(price).toContain('3,000');
    expect(total).toContain('6,000');
  });

  it.each([
    ['a crash', diagramOf({}, [crash('server-1', whenAnswered('client/1'))])],
    ['round robin', diagramOf({ balancing: 'round-robin' })],
  ])('after %s, the new server asks for the product, then for product and quantity (T2)', (_, diagram) => {
    const [, price, , which, , whatAndHowMany] = talk(diagram);
    expect(price).toContain('1,000,000');
    expect(which).toMatch(words.two);
    expect(which).toMatch(words.what);
    expect(which).toMatch(/\?$/);
    expect(whatAndHowMany).toMatch(words.what);
    expect(whatAndHowMany).toMatch(words.howMany);
    expect(whatAndHowMany).not.toMatch(words.two);
  });

  it('every request is complete when the client carries the state, and any server answers (T4)', () => {
    const crashed = [crash('server-1', whenAnswered('client/1'))];
    const [asks, price, says, total, pays, paid] = talk(diagramOf({ strategy: 'client-state' }, crashed));
    expect(asks).toMatch(words.laptop);
    expect(price).toContain('1,000,000');
    for (const word of [words.laptop, words.two]) expect(says).toMatch(word);
    expect(total).toContain('2,000,000');
    for (const word of [words.laptop, words.two, words.card]) expect(pays).toMatch(word);
    expect(paid).toContain('2,000,000');
  });

  it('the band of a crash names the server, and its sentence the loss', () => {
    const crashed = diagramOf({}, [crash('server-1', whenAnswered('client/1'))]).steps[3];
    expect(crashed?.row).toMatchObject({ title: expect.stringContaining(words.serverOne) });
    expect(crashed?.row).toMatchObject({ detail: expect.stringMatching(/1/) });
    expect(crashed?.sentence).toContain(words.serverOne);
  });

  it('a sentence names the responder, the status, and the missing session', () => {
    const { steps } = diagramOf({}, [crash('server-1', whenAnswered('client/1'))]);
    expect(steps[2]?.sentence).toContain(words.serverOne);
    expect(steps[2]?.sentence).toContain('200');
    const [forward, question] = [steps[5]?.sentence, steps[6]?.sentence];
    expect(forward).toContain(words.serverTwo);
    expect(question).toContain('422');
    expect(question).toMatch(/no such session|세션이 없/);
  });

  it('the server after the crash has never served the customer', () => {
    const { steps } = diagramOf({}, [crash('server-1', whenAnswered('client/1'))]);
    expect([2, 6, 9].map((step) => words.neverMet.test(captionAt(steps, step)))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('a server whose turn comes again has served the customer, but remembers nothing', () => {
    const { steps } = diagramOf({ strategy: 'client-state', balancing: 'round-robin', servers: 2 });
    expect(steps[8]?.row).toMatchObject({ from: 'server-1', to: 'client' });
    expect([5, 8].map((step) => words.neverMet.test(captionAt(steps, step)))).toEqual([true, false]);
  });

  it('a restarted server has met the customer, but no longer knows them', () => {
    const { steps } = diagramOf({}, [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/2')),
    ]);
    expect(steps[10]?.row).toMatchObject({ from: 'server-1', to: 'client', tone: 'failure' });
    expect(captionAt(steps, 10)).not.toMatch(words.neverMet);
  });

  it('every caption is one phrase, and every text is complete, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const diagram = describeRun(runOf(random, commands), words.phrasebook);
        for (const step of diagram.steps) {
          expect(step.caption.every(({ text }) => text !== '')).toBe(true);
          expect(captionOf(step)).not.toMatch(/\n/);
        }
        for (const text of textsOf(diagram)) {
          expect(text).toMatch(/^\S(.*\S)?$/);
          expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity/);
          // Double spaces, double full stops, or a space before punctuation reveal badly joined fragments.
          expect(text).not.toMatch(/ {2}|[.?!]\.| [.,?!]/);
        }
      }),
    );
  });
});
