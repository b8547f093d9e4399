/** The words of the cards page. Each language has them in a chunk of their own. */
import type { CardGroup, CardId } from '../../lessons/cards.ts';

export interface CardWords {
  readonly cards: Readonly<Record<CardId, CardText>>;
  readonly groups: Readonly<Record<CardGroup, string>>;
  readonly search: string;
  readonly sources: string;
  /** For the link to a single card. */
  linkTo(heading: string): string;
  count(cards: number): string;
  nothingFound(query: string): string;
}

interface CardText {
  /** The point, or what is wrong about the mistake, in one line. */
  readonly heading: string;
  readonly text: string;
}
