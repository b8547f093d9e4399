/** The words of a challenge in one language: `en.ts` and `ko.ts` in its folder. */
import type { BuiltInChallenge } from './built-in-challenge.ts';

export interface ChallengeWords {
  readonly title: string;
  /** What has to hold, as a sentence for the heading. */
  readonly goal: string;
  /** What is broken, in one to three sentences. */
  readonly story: string;
  /** What a repair shows, for those who have solved it. */
  readonly solved: string;
}

/** By the ID of the challenge. */
export type WordsOfChallenges = Readonly<Record<string, ChallengeWords>>;

/** @param modules The words by their path, as `import.meta.glob` finds them: `…/<id>/<language>.ts`. */
export function wordsByChallenge(modules: Readonly<Record<string, ChallengeWords>>): WordsOfChallenges {
  return Object.fromEntries(Object.entries(modules).map(([path, words]) => [path.split('/').at(-2), words]));
}

/** @throws When the challenge has no words in this language. A test asserts that each has. */
export function wordsOfChallenge(
  words: WordsOfChallenges,
  { id }: Pick<BuiltInChallenge, 'id'>,
): ChallengeWords {
  const found = words[id];
  if (found === undefined) throw new Error(`${id} has no words.`);
  return found;
}
