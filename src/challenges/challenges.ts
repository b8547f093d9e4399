/** All challenges in order. Each is a folder, so adding one takes no line here. */
import type { BuiltInChallenge, ChallengeId } from './built-in-challenge.ts';

const modules = import.meta.glob<BuiltInChallenge>('./*/challenge.ts', { eager: true, import: 'default' });

export const challenges: readonly BuiltInChallenge[] = Object.values(modules).sort(
  (a, b) => a.order - b.order,
);

export function challengeById(id: ChallengeId): BuiltInChallenge | undefined {
  return challenges.find((challenge) => challenge.id === id);
}
