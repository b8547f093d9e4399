/** The pages of the guide, by their names in an address. */
export const guidePages = ['lessons', 'comparison', 'cards', 'glossary'] as const;
export type GuidePage = (typeof guidePages)[number];

export interface GuidePlace {
  readonly page: GuidePage;
  /** The target on the page: the ID of a card or a term. Null for the page as a whole. */
  readonly entry: string | null;
}
