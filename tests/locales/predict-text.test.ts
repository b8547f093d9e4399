import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../src/locales/languages.ts';
import { optionText, questionText } from '../../src/sequence/question-messages.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { comparisonRunsOf, type Question, questionsOf } from '../../src/trace/questions.ts';
import { shippedLanguages } from '../../src/url/languages.ts';
import { runOf } from '../support/run-of.ts';
import { crash, drop, scenario, scripted, whenAnswered, whenSent } from '../support/scenario.ts';
import { anySchedule } from '../support/schedules.ts';

const loaded = await Promise.all(
  shippedLanguages.map(async (id) => {
    const { phrasebook, viewText } = await loadLanguage(id);
    return { id, phrasebook, text: await viewText.loadPredictText() };
  }),
);

/** Those of any cluster that anything may be done to. */
const anyQuestions: fc.Arbitrary<readonly Question[]> = anySchedule.map(({ scenario: any, commands }) => {
  const run = runOf(any, commands);
  return questionsOf(run, comparisonRunsOf(run));
});

describe.each(loaded)('predicting in $id', ({ phrasebook, text }) => {
  it('has different words for each option of a question, after any command', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        for (const { options } of questions) {
          const words = options.map(({ answer }) => optionText(text, phrasebook, answer));
          expect(new Set(words).size, words.join(' / ')).toBe(words.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begins with the status of what is answered', () => {
    const run = runOf(scripted([{ kind: 'log-in', user: 'mina' }, { kind: 'me' }]), [
      crash('server-1', whenAnswered('client/1')),
    ]);
    const question = questionsOf(run, comparisonRunsOf(run)).find(({ kind }) => kind === 'answer');
    const words = question?.options.map(({ answer }) => optionText(text, phrasebook, answer)).toSorted();
    expect(words?.map((each) => each.slice(0, 6))).toEqual(
      ['200 · ', '401 · '].map((each) => expect.stringContaining(each)),
    );
  });

  it('asks in the client’s own words', () => {
    const shop = runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    const lines = { transport: 'udp', script: [{ kind: 'send', text: 'Hello' }] } as const;
    const lost = runOf(transportScenario(lines), [drop('client', 'server-1', whenSent('client/1'))]);
    for (const run of [shop, lost]) {
      for (const question of questionsOf(run, comparisonRunsOf(run))) {
        const words = questionText(text, phrasebook, question);
        expect(words).toMatch(/^“.+” .+\?$/);
      }
    }
  });
});
