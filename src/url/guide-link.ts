/** The guide in the address: which page is open in place of the stage, and where on it. */
import type { GuidePage, GuidePlace } from './guide-pages.ts';
import { parseQuery, type QueryChanges, writeQuery } from './query.ts';
import type { Query } from './schema.ts';

/** Null when the address shows the stage. */
export function guidePlaceOf({ page, entry }: Pick<Query, 'page' | 'entry'>): GuidePlace | null {
  return page === undefined ? null : { page, entry: entry ?? null };
}

export function guidePlaceIn(search: string): GuidePlace | null {
  return guidePlaceOf(parseQuery(search).query);
}

/** The keys of the place; null closes the guide. */
export function guideKeys(place: GuidePlace | null): QueryChanges {
  return { page: place?.page ?? null, entry: place?.entry ?? null };
}

/** The query with that place open, and the rest unchanged. */
export function withGuidePlace(search: string, place: GuidePlace): string {
  return writeQuery(search, guideKeys(place));
}

/** A link to a page without the present run, for views that are rendered before there's an address. */
export function withGuidePage(page: GuidePage | null): string {
  return writeQuery('', { page }) || '?';
}
