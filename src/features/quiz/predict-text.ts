/** The words of predicting, implemented once a language. They are fetched with what they name. */

import type { Phase } from '../../player/prediction.ts';
import type { NodeRef } from '../../sequence/phrasebook.ts';
import type { VariantId } from '../../simulation/variants.ts';
import type { Answer } from '../../trace/answers.ts';
import type { Question } from '../../trace/questions.ts';

export type { Answer, Phase, Question };

export interface PredictText {
  /** Names the panel. */
  readonly question: string;
  /** @param client Who asks. */
  ask(question: Pick<Question, 'kind' | 'intent'>, client: NodeRef): string;
  /** What to do in a phase; empty where nothing is to be done. */
  readonly instructions: Readonly<Record<Phase, string>>;
  /** Leads on from a phase. */
  readonly onward: Readonly<Record<Phase, string>>;
  readonly reveal: string;
  readonly skip: string;
  option(answer: Answer): string;
  readonly countHands: string;
  handsFor(letter: string): string;
  oneMore(letter: string): string;
  oneFewer(letter: string): string;
  /** Beside a bar: so many of all, of the first or the second vote. */
  votes(count: number, share: number, round: 0 | 1): string;
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
