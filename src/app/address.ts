/** The query of the present address. */
import { pageSearch } from '../url/page-address.ts';
import { parseQuery, type QueryChanges } from '../url/query.ts';
import { keysOf } from '../url/select-keys.ts';
import { addressWith, replace, writtenSearch } from './history-entries.ts';

/** Writes or removes keys of the query. A choice in the page overrides the link. */
export function setQuery(changes: QueryChanges): void {
  replace(addressWith(changes));
}

const readersChoicesIn = (search: string) => keysOf('reader', parseQuery(search).query);

/**
 * Brings the reader's own choices, such as the language, into the entry that the browser has gone to. They may have been
 * made in another one.
 */
export function bringReadersChoices(): void {
  const choices = readersChoicesIn(writtenSearch());
  if (JSON.stringify(choices) !== JSON.stringify(readersChoicesIn(pageSearch()))) setQuery(choices);
}
