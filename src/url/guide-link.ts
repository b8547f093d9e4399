/** The pages of the guide in the address: which one is open in place of the stage, and where it leads. */
import type { GuidePlace } from './guide-pages.ts';
import { parseQuery, writeQuery } from './query.ts';
import type { Query } from './schema.ts';

/** Null where the address is that of the stage. */
export function guidePlaceOf({ page, entry }: Pick<Query, 'page' | 'entry'>): GuidePlace | null {
  return page === undefined ? null : { page, entry: entry ?? null };
}

export function guidePlaceIn(search: string): GuidePlace | null {
  return guidePlaceOf(parseQuery(search).query);
}

/** The query under which that place is open, and all the rest as it is; null closes the guide. */
export function withGuidePlace(search: string, place: GuidePlace | null): string {
  return writeQuery(search, { page: place?.page ?? null, entry: place?.entry ?? null });
}
