/** Finds the challenge that an address or a code names. */
import type { ChallengeWords } from '../../../challenges/challenge-words.ts';
import { wordsOfChallenge } from '../../../challenges/challenge-words.ts';
import { challengeById, challenges } from '../../../challenges/challenges.ts';
import type { Challenge } from '../../../lab/repair/challenge.ts';
import { readChallengeCode } from '../../../url/challenge-code.ts';
import type { ChallengeKey } from './repair-store.ts';
import type { RepairText } from './repair-text.ts';

export interface ShownChallenge {
  readonly key: ChallengeKey;
  readonly challenge: Challenge;
  readonly title: string;
  /** Its number among the challenges, from 1; null for one that a reader has made. */
  readonly number: number | null;
  /** Null for one that a reader has made. */
  readonly words: ChallengeWords | null;
}

/** @returns Null if there's no such challenge. */
export function challengeAt(text: RepairText, key: ChallengeKey): ShownChallenge | null {
  const builtIn = challengeById(key);
  if (builtIn !== undefined) {
    const words = wordsOfChallenge(text.words, builtIn);
    const number = challenges.indexOf(builtIn) + 1;
    return { key, challenge: builtIn, title: words.title, number, words };
  }
  const made = readChallengeCode(key);
  if (made === null) return null;
  return { key, challenge: made, title: made.title || text.make.untitled, number: null, words: null };
}
