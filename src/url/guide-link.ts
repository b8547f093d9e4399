/** The guide in the address: which page is open in place of the stage, and where on it. */
import type { GuideLocation, GuidePage } from './guide-pages.ts';
import { parseQuery, type QueryChanges, writeQuery } from './query.ts';
import type { Query } from './schema.ts';

/** Null when the address shows the stage. */
export function guideLocationOf({ page, entry }: Pick<Query, 'page' | 'entry'>): GuideLocation | null {
  return page === undefined ? null : { page, entry: entry ?? null };
}

export function guideLocationIn(search: string): GuideLocation | null {
  return guideLocationOf(parseQuery(search).query);
}

/** The keys of the place; null closes the guide. */
export function guideKeys(place: GuideLocation | null): QueryChanges {
  return { page: place?.page ?? null, entry: place?.entry ?? null };
}

/** The query with that place open, and the rest unchanged. */
export function withGuideLocation(search: string, place: GuideLocation): string {
  return writeQuery(search, guideKeys(place));
}

/** A link to a page without the present run, for views that are rendered before there's an address. */
export function withGuidePage(page: GuidePage | null): string {
  return writeQuery('', { page }) || '?';
}
