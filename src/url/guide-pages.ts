/**
 * The pages that are shown in place of the stage, by their names in an address. To add one: a row here, its view in
 * `app/guide-pages.ts`, and its name in each language.
 */
const pages = {
  lessons: { isInHeader: true, isInGuide: true },
  incidents: { isInHeader: true, isInGuide: true },
  comparison: { isInHeader: false, isInGuide: true },
  cards: { isInHeader: false, isInGuide: true },
  lab: { isInHeader: true, isInGuide: false },
  repair: { isInHeader: true, isInGuide: false },
  glossary: { isInHeader: true, isInGuide: true },
} as const satisfies Readonly<Record<string, PageTraits>>;

interface PageTraits {
  /** Whether the header's navigation leads to it. */
  readonly isInHeader: boolean;
  /** Whether it's one of the guide's tabs. Other pages have the whole window. */
  readonly isInGuide: boolean;
}

export type GuidePage = keyof typeof pages;

export const guidePages = Object.keys(pages) as readonly GuidePage[];

/** In the order of the header, after the stage. */
export const headerPages: readonly GuidePage[] = guidePages.filter((page) => pages[page].isInHeader);

/** The guide's tabs. */
export const guideTabs: readonly GuidePage[] = guidePages.filter((page) => pages[page].isInGuide);

export function isOfGuide(page: GuidePage): boolean {
  return pages[page].isInGuide;
}

export interface GuideLocation {
  readonly page: GuidePage;
  /** The target on the page: the ID of a card or a term. Null for the page as a whole. */
  readonly entry: string | null;
}
