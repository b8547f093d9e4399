/** The address bar, and the entries of the browser's history. */
import { randomId } from '../ui/random-id.ts';
import { keptBranches, keptLink, noteAddress, workLastAt } from '../url/kept-work.ts';
import { pageSearch } from '../url/page-address.ts';
import { parseQuery, type QueryChanges, writeQuery } from '../url/query.ts';
import { keysOf } from '../url/select-keys.ts';

/** What the browser keeps with an entry of its history. Small: the run's branches are in `kept-work.ts`. */
export interface Entry {
  /**
   * Names what the reader works on: a run with its branches. Entries of the same work show the same run, some of them
   * behind a page of the guide.
   */
  readonly work: string;
  /** Whether it was opened in place of the work in the entry before it. */
  readonly isOpenedOver: boolean;
}

/** The query as this page has written it last. On arrival at another entry, the address already is that entry's. */
let shownSearch = '';

/** A sandboxed frame can't write its address. The run is then in the page alone. */
function replaceAddress(state: unknown, address: string): void {
  try {
    history.replaceState(state, '', address);
  } catch {
    // Nothing else depends on it.
  }
}

/** Writes the address of the present entry. */
export function writeAddress(address: string): void {
  const entry = presentEntry();
  replaceAddress(history.state, address);
  shownSearch = pageSearch();
  if (entry !== null) noteAddress(entry.work, location.href);
}

/** The present entry; null if this page hasn't named it yet, as for a link that was just pasted over the address. */
export function presentEntry(): Entry | null {
  const { work, isOpenedOver } = stateFields();
  return typeof work === 'string' ? { work, isOpenedOver: isOpenedOver === true } : null;
}

/** Whether the page is shown again, and may show later work than its address says. */
export function isShownAgain(): boolean {
  const entry = presentEntry();
  const hasWork = entry !== null && (keptLink(entry.work) !== null || keptBranches(entry.work) !== null);
  return hasWork || earlierFutures().length > 0;
}

/** Names the present entry, unless it has a name from before a reload. */
export function nameEntry(): Entry {
  shownSearch = pageSearch();
  const known = presentEntry();
  if (known !== null) return known;
  const lost = isReload() ? workLastAt(location.href) : null;
  const entry: Entry = { work: lost ?? randomId(), isOpenedOver: false };
  replaceAddress({ ...stateFields(), ...entry }, location.href);
  noteAddress(entry.work, location.href);
  return entry;
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType?.('navigation') ?? [];
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
}

/** Opens another link that the browser has gone to within this page. */
export function reopen(): void {
  const entry: Entry = { work: randomId(), isOpenedOver: false };
  replaceAddress(entry, location.href);
  noteAddress(entry.work, location.href);
  location.reload();
}

/** Adds an entry for other work. Its address is written once the work is shown. */
export function pushEntry(): Entry {
  const entry: Entry = { work: randomId(), isOpenedOver: true };
  try {
    history.pushState(entry, '');
    noteAddress(entry.work, location.href);
  } catch {
    // As in `replaceAddress`.
  }
  return entry;
}

/** Writes or removes keys of the query. A choice in the page overrides the link. */
export function setQuery(changes: QueryChanges): void {
  const search = writeQuery(pageSearch(), changes);
  writeAddress(`${location.pathname}${search}${location.hash}`);
}

const readersChoicesIn = (search: string) => keysOf('reader', parseQuery(search).query);

/**
 * Brings the reader's own choices, such as the language, into the entry that the browser has gone to. They may have been
 * made in another one.
 */
export function bringReadersChoices(): void {
  const choices = readersChoicesIn(shownSearch);
  if (JSON.stringify(choices) !== JSON.stringify(readersChoicesIn(pageSearch()))) setQuery(choices);
}

/** Writes pending changes. */
let flushAddress = () => {};

/** @param flush Called before the page moves to another entry of the browser's history. */
export function whenLeaving(flush: () => void): void {
  flushAddress = flush;
}

/** Moves to another page of the same run, as a new history entry or in place of the present one. */
export function goToQuery(search: string, { addsEntry }: { readonly addsEntry: boolean }): void {
  // Back must lead to the screen as it was, so pending changes are written first.
  flushAddress();
  const address = `${location.pathname}${search}${location.hash}`;
  if (addsEntry) history.pushState({ ...presentEntry(), isOpenedOver: false }, '', address);
  else writeAddress(address);
}

/**
 * Branches that an earlier version of the page has kept with the entry, for a reload that brings the present version.
 * Not checked.
 */
export function earlierFutures(): readonly unknown[] {
  const { futures } = stateFields();
  return Array.isArray(futures) ? futures : [];
}

function stateFields(): Readonly<Record<string, unknown>> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}
