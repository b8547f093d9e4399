import { describe, expect, it } from 'vitest';
import { runOf } from '../../../../tests/support/run-of.ts';
import { crash, scenario, scripted, whenAnswered } from '../../../../tests/support/scenario.ts';
import type { SceneSetup } from '../../../lessons/lesson.ts';
import { lessons } from '../../../lessons/lessons.ts';
import { phrasebook as english } from '../../../locales/en/phrasebook.ts';
import { predictText as englishWords } from '../../../locales/en/predict-text.ts';
import { viewText as englishText } from '../../../locales/en/view-text.ts';
import { phrasebook as korean } from '../../../locales/ko/phrasebook.ts';
import { predictText as koreanWords } from '../../../locales/ko/predict-text.ts';
import { viewText as koreanText } from '../../../locales/ko/view-text.ts';
import { optionText } from '../../../sequence/question-messages.ts';
import { comparisonRunsOf, questionsOf } from '../../../trace/questions.ts';
import type { Run } from '../../../trace/run.ts';
import { explanationOf, type Wording } from '../explanation.ts';

const inEnglish: Wording = { phrasebook: english, text: englishText, words: englishWords };
const inKorean: Wording = { phrasebook: korean, text: koreanText, words: koreanWords };

/** The explanation of each option of a run's questions, by the option's words. */
function explained(run: Run, wording = inEnglish): ReadonlyMap<string, string> {
  return new Map(
    questionsOf(run, comparisonRunsOf(run)).flatMap((question) =>
      question.options.map((option) => [
        optionText(wording.words, wording.phrasebook, option.answer),
        explanationOf(run, question, option, wording),
      ]),
    ),
  );
}

describe('the explanation of an option', () => {
  const crashed = runOf(scenario(), [crash('server-1', whenAnswered('client/1', 1_000_000))]);

  it('says of the true option what decided it', () => {
    expect(explained(crashed).get('422 · Two of what?')).toBe(
      'Server 2 got a request for a session that it doesn’t have. That session was in the memory of Server 1. Server 1 crashed and lost its memory.',
    );
    expect(explained(crashed).get('Server 2')).toBe(
      'The load balancer chose Server 2: it picks the first healthy server.',
    );
  });

  it('says of another strategy’s option which strategy, why there, and that it is not the one here', () => {
    const words = explained(crashed).get('200 · 2,000,000 won. Card or cash?');
    expect(words).toContain(
      'with Replicated sessions, Shared store, Client carries it, Signed token, or Sealed cookie',
    );
    expect(words).toContain('Here the strategy is Server memory.');
    expect(words).toContain('without the fault');
  });

  it('says of a server that was not chosen why not', () => {
    expect(explained(crashed).get('Server 1')).toContain('has marked Server 1 down');
    const byTurns = explained(runOf(scenario({ balancing: 'round-robin' }), []));
    expect(byTurns.get('Server 1')).toContain('That would happen with Sticky sessions. Server 1 is up');
  });

  it('names the cookie only for clients that have been there: a newcomer has none', () => {
    const sticky = scripted([{ kind: 'visit' }, { kind: 'me' }], {
      strategy: 'sticky',
      balancing: 'round-robin',
    });
    expect(explained(runOf(sticky, [])).get('Server 1')).toContain('the cookie names that server');
    const bound = runOf(sticky, [crash('server-1', whenAnswered('client/1', 1_000_000))]);
    expect(explained(bound).get('Server 2')).toContain('it uses round robin');
  });

  it.each(lessons)('explains every option in lesson $id, in both languages', (lesson) => {
    const scenes: readonly SceneSetup[] = [...lesson.scenes, lesson.closing];
    for (const { scenario: given = lesson.scenario, commands = [] } of scenes) {
      const run = runOf(given, commands);
      for (const words of [explained(run), explained(run, inKorean)].flatMap((each) => [...each])) {
        expect(words[1], words[0]).toMatch(/^\S.*[.!?]$/);
      }
    }
  });
});
