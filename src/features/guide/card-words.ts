/** The words of the cards, and around them. A language brings them as a part of their own. */
import type { CardGroup, CardId } from '../../lessons/cards.ts';

export interface CardWords {
  readonly cards: Readonly<Record<CardId, CardText>>;
  readonly groups: Readonly<Record<CardGroup, string>>;
  readonly search: string;
  readonly sources: string;
  /** Of the link that leads to one card alone. */
  linkTo(heading: string): string;
  count(cards: number): string;
  nothingFound(query: string): string;
}

interface CardText {
  /** The point, or what is wrong about the mistake, in one line. */
  readonly heading: string;
  readonly text: string;
}
