/** The words around the guide's pages. Those of a page come with the page. */
import type { GuidePage } from '../../url/guide-pages.ts';

export interface GuideText {
  readonly guide: string;
  /** Among the others. */
  readonly pageNames: Readonly<Record<GuidePage, string>>;
  /** Above it. */
  readonly pageTitles: Readonly<Record<GuidePage, string>>;
  /** Leaves the guide for what was on the stage. */
  readonly back: string;
  /** The panel beside the stage. */
  readonly cardsHere: string;
  readonly noCardHere: string;
  readonly allCards: string;
}
