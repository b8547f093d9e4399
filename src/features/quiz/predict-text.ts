/** Words of predicting, implemented once per language. They load with the views that use them. */

import type { Phase } from '../../player/prediction.ts';
import type { NodeRef } from '../../sequence/phrasebook.ts';
import type { QuestionWords } from '../../sequence/question-messages.ts';
import type { VariantId } from '../../simulation/variants.ts';

export type { Phase };

type VotesText = (count: number, share: number) => string;

export interface PredictText extends QuestionWords {
  /** Names the panel. */
  readonly question: string;
  /** What to do in a phase; empty if there's nothing to do. */
  readonly instructions: Readonly<Record<Phase, string>>;
  /** Leads on from a phase. */
  readonly onward: Readonly<Record<Phase, string>>;
  readonly reveal: string;
  readonly skip: string;
  readonly countHands: string;
  handsFor(letter: string): string;
  oneMore(letter: string): string;
  oneFewer(letter: string): string;
  /** Beside a bar, for the first and the second vote: how many voted so, and which share of all. */
  readonly votes: readonly [VotesText, VotesText];
  readonly right: string;
  readonly wrong: string;
  readonly yourAnswer: string;

  /** One sentence: where the state lives under this variant, and what follows. */
  readonly lives: Readonly<Record<VariantId, string>>;
  /** It would be so under these. */
  soWith(variants: readonly string[]): string;
  readonly soWithoutCommands: string;
  here(variant: string): string;
  isWell(server: NodeRef): string;
}
