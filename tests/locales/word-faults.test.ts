/** The finder of faulty words finds each kind of fault. */
import { expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import type { Phrasebook } from '../../src/sequence/phrasebook.ts';
import { runOf } from '../support/run-of.ts';
import { scenario } from '../support/scenario.ts';
import { faultsOf } from '../support/word-faults.ts';

const run = runOf(scenario(), []);

/** The same words, but for captions that all say this. */
function saying(text: string, phrasebook: Phrasebook): Phrasebook {
  return { ...phrasebook, caption: () => [{ text, tone: 'plain' }] };
}

it.each([
  ['nothing', '', english],
  ['an ID for a name', 'server-1 answers.', english],
  ['a value that is not there', 'It costs undefined.', english],
  ['a whole session ID', 'Session d2f2a8466088e4bd9a5ec37a is there.', english],
  ['more than two lines', 'Server 1 answers. '.repeat(8), english],
  ['a particle of another word', '서버 1는 답해요.', korean],
  ['a particle left open', '서버 1은(는) 답해요.', korean],
])('finds %s', (_, text, phrasebook) => {
  expect(faultsOf(run, saying(text, phrasebook))).not.toEqual([]);
});

it.each([
  ['Server 1 answers.', english],
  ['서버 1은 답하고, 서버 2가 기다려요.', korean],
])('finds nothing wrong with “%s”', (text, phrasebook) => {
  expect(faultsOf(run, saying(text, phrasebook))).toEqual([]);
});
