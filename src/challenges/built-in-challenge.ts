/** What the challenges of this folder are: challenges with a name, and with repairs that are known to hold. Data alone. */
import type { Challenge, Repair } from '../lab/repair/challenge.ts';

/** The name of the challenge's folder. A code may name any challenge, so it's checked where it is read. */
export type ChallengeId = string;

export interface BuiltInChallenge extends Challenge {
  readonly id: ChallengeId;
  /** In tens. */
  readonly order: number;
  /** At least one. A test has each of them judged. */
  readonly repairs: readonly Repair[];
}
