/** The words of predicting, implemented once a language. They are fetched with what they name. */

import type { Phase } from '../../player/prediction.ts';
import type { NodeRef } from '../../sequence/phrasebook.ts';
import type { VariantId } from '../../simulation/variants.ts';
import type { RequestIntent, ResponseMeaning } from '../../trace/reading.ts';
import type { QuestionMessage, TransportMessage, Unanswered } from './question-messages.ts';

export type { Phase };

type VotesText = (count: number, share: number) => string;

export interface PredictText {
  /** Names the panel. */
  readonly question: string;
  /** Follows what the client says. */
  readonly asks: Readonly<Record<QuestionMessage, string>>;
  /** What a client says, in quotation marks: its own words, or what its request means. */
  saidText(text: string): string;
  saidIntent(intent: RequestIntent): string;
  /** Stands for a request of which nothing is known. */
  readonly nextRequest: string;
  /** What to do in a phase; empty where nothing is to be done. */
  readonly instructions: Readonly<Record<Phase, string>>;
  /** Leads on from a phase. */
  readonly onward: Readonly<Record<Phase, string>>;
  readonly reveal: string;
  readonly skip: string;
  /** What a server answers; that of a refusal begins with its status. */
  meaning(meaning: ResponseMeaning): string;
  readonly unanswered: Readonly<Record<Unanswered, string>>;
  readonly transported: Readonly<Record<TransportMessage, string>>;
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
