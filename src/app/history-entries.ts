/**
 * The entries of the browser's history, and the address of the present one. Nothing else in the page writes them, goes
 * back, or listens for the arrival at another one.
 */
import { randomId } from '../ui/random-id.ts';
import { keepLink, keptBranches, keptLink, noteAddress, workLastAt } from '../url/kept-work.ts';
import { pageSearch } from '../url/page-address.ts';
import { type QueryChanges, writeQuery } from '../url/query.ts';

/** What the browser keeps with an entry of its history. Small: the run's branches are in `kept-work.ts`. */
export interface Entry {
  /**
   * Names what the reader works on: a run with its branches. Entries of the same work show the same run, some of them
   * behind a page of the guide.
   */
  readonly work: string;
  /** Whether it was opened in place of the work in the entry before it. */
  readonly isOpenedOver: boolean;
  /** How many entries were added for pages in place of the stage, which the entry before those shows. */
  readonly pages?: number;
}

/** The query as this page has written it last. On arrival at another entry, the address already is that entry's. */
let lastSearch = '';

export function writtenSearch(): string {
  return lastSearch;
}

/**
 * A sandboxed frame can't write its address, nor can Safari after 100 changes in 30 seconds. The run is then in the page
 * alone.
 */
function write(state: unknown, address: string): void {
  try {
    history.replaceState(state, '', address);
  } catch {
    // Nothing else depends on it.
  }
}

/** @returns Whether there's an entry now. Where an address can't be written, what is opened is in the page alone. */
function push(state: unknown, address: string): boolean {
  try {
    history.pushState(state, '', address);
    return true;
  } catch {
    return false;
  }
}

/** Writes the address of the present entry. */
export function replace(address: string): void {
  const entry = presentEntry();
  write(history.state, address);
  lastSearch = pageSearch();
  if (entry !== null) noteAddress(entry.work, location.href);
}

/** The address of the present entry with other keys in its query. What is absent in the changes stays. */
export function addressWith(changes: QueryChanges): string {
  return `${location.pathname}${writeQuery(pageSearch(), changes)}${location.hash}`;
}

/** The present entry; null if this page hasn't named it yet, as for a link that was just pasted over the address. */
export function presentEntry(): Entry | null {
  const { work, isOpenedOver, pages } = stateFields();
  return typeof work === 'string'
    ? { work, isOpenedOver: isOpenedOver === true, pages: Number(pages ?? 0) }
    : null;
}

/** Whether the page is shown again, and may show later work than its address says. */
export function isShownAgain(): boolean {
  const entry = presentEntry();
  const hasWork = entry !== null && (keptLink(entry.work) !== null || keptBranches(entry.work) !== null);
  return hasWork || earlierFutures().length > 0;
}

/** Names the present entry, unless it has a name from before a reload. */
export function nameEntry(): Entry {
  lastSearch = pageSearch();
  const known = presentEntry();
  if (known !== null) return known;
  const lost = isReload() ? workLastAt(location.href) : null;
  const entry: Entry = { work: lost ?? randomId(), isOpenedOver: false };
  write({ ...stateFields(), ...entry }, location.href);
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
  write(entry, location.href);
  noteAddress(entry.work, location.href);
  location.reload();
}

/** Adds an entry for other work. Without an address, that is written once the work is shown. */
export function pushWork(address = location.href): Entry {
  const entry: Entry = { work: randomId(), isOpenedOver: true };
  if (push(entry, address)) noteAddress(entry.work, location.href);
  return entry;
}

/** Opens a link as if the page had been opened with it. Back returns to the present run. */
export function openLink(link: string): void {
  const { work } = pushWork(link);
  keepLink(work, link);
  if (presentEntry()?.work === work) location.reload();
  // The page couldn't add an entry, so the browser opens the address.
  else location.assign(link);
}

/**
 * Adds an entry for a page in place of the stage.
 *
 * @param isFirst Whether the present entry shows the stage, and not another page.
 */
export function pushPage(changes: QueryChanges, isFirst = true): void {
  // Back must lead to the screen as it was, so pending changes are written first.
  flushAddress();
  const entry = presentEntry();
  const pages = 1 + (isFirst ? 0 : (entry?.pages ?? 0));
  push({ ...entry, isOpenedOver: false, pages }, addressWith(changes));
}

/** Writes pending changes. */
let flushAddress = () => {};

/** @param flush Called before the page adds an entry. */
export function whenLeaving(flush: () => void): void {
  flushAddress = flush;
}

/** @returns Stops listening. */
export function onArrive(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  return () => window.removeEventListener('popstate', listener);
}

/** Longer than any browser takes to go back within a page. */
const BACK_MAX_MS = 2_000;

/** Null unless the browser is on its way back. */
let arrival: Promise<void> | null = null;

/**
 * Goes back, once: a second call on the way waits for the same arrival.
 *
 * @param entries How many of them. Default: to the entry before.
 * @returns Settles after the listeners have heard of the arrival. It also settles if the browser stays, as it does where
 * another frame has added an entry.
 */
export function back(entries = 1): Promise<void> {
  arrival ??= new Promise((resolve) => {
    const end = () => {
      stop();
      clearTimeout(timer);
      arrival = null;
      resolve();
    };
    const stop = onArrive(end);
    const timer = setTimeout(end, BACK_MAX_MS);
    history.go(-entries);
  });
  return arrival;
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
