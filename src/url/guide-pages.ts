/** The pages of the guide, as an address names them. */
export const guidePages = ['lessons', 'comparison', 'cards', 'glossary'] as const;
export type GuidePage = (typeof guidePages)[number];

export interface GuidePlace {
  readonly page: GuidePage;
  /** What is looked for there: the ID of a card or of a term. Null for the page as a whole. */
  readonly entry: string | null;
}
