/** Text that a person has written is quoted, and never longer than a glance: all of it is in the message itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { predictText as englishQuestions } from '../../src/locales/en/predict-text.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { predictText as koreanQuestions } from '../../src/locales/ko/predict-text.ts';
import { excerpt } from '../../src/sequence/messages/excerpts.ts';
import { questionText } from '../../src/sequence/question-messages.ts';
import type { OperatorFacts } from '../../src/sequence/step-facts.ts';
import type { NodeCommand } from '../../src/simulation/commands/node-commands.ts';

/** No title of the page's own is as long; three quotations and the words around them are shorter. */
const GLANCE_CHARACTERS = 160;

const anyWords = fc.string({ unit: 'binary', maxLength: 3_000, size: 'max' });

const anyInstruction: fc.Arbitrary<NodeCommand> = fc.oneof(
  anyWords.map((words) => ({ kind: 'do', line: { kind: 'send', text: words } }) as const),
  fc
    .tuple(anyWords, fc.oneof(anyWords, fc.array(anyWords)))
    .map(([claim, value]) => ({ kind: 'tamper', tampering: { kind: 'set-claim', claim, value } }) as const),
  anyWords.map((algorithm) => ({ kind: 'tamper', tampering: { kind: 'set-algorithm', algorithm } }) as const),
);

describe.each([
  ['English', english, englishQuestions],
  ['Korean', korean, koreanQuestions],
] as const)('in %s', (_, phrasebook, questions) => {
  it('a command’s title is short, for any text that a node is told to say', () => {
    fc.assert(
      fc.property(anyInstruction, (instruction) => {
        const client = { role: 'client', ordinal: 1 } as const;
        const facts: OperatorFacts = {
          kind: 'instruct',
          result: 'done',
          keeps: 'nothing',
          sessionsLost: 0,
          nodes: [client],
          notReached: [],
          instruction,
        };
        expect(phrasebook.label(facts).length).toBeLessThan(GLANCE_CHARACTERS);
      }),
    );
  });

  it('a question is short, for any text that is said', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        const question = { kind: 'answer', intent: { kind: 'text', text }, client: 'client' } as const;
        const asked = questionText(questions, phrasebook, question);
        expect(asked.length).toBeLessThan(GLANCE_CHARACTERS);
      }),
    );
  });
});

it('a quotation ends with a whole character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(excerpt(text).isWellFormed()).toBe(true);
    }),
  );
});
