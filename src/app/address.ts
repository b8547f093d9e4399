/** The address bar, and the state that the browser keeps with it. */
import type { Command } from '../simulation/cluster.ts';
import { type QueryChanges, writeQuery } from '../url/query.ts';

/** Limit of kept branches; the latest are kept. */
const FUTURES_MAX = 1_000;

/** A sandboxed frame can't write its address. The run is then in the page alone. */
export function replaceAddress(state: unknown, address: string): void {
  try {
    history.replaceState(state, '', address);
  } catch {
    // Nothing else depends on it.
  }
}

/** Writes or removes keys of the query. A choice in the page overrides the link. */
export function setQuery(changes: QueryChanges): void {
  const search = writeQuery(location.search, changes);
  replaceAddress(history.state, `${location.pathname}${search}${location.hash}`);
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
  if (addsEntry) history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
}

/** State that a link doesn't carry. The browser keeps it with the address for a reload of this page. */
export interface PageState {
  /** The commands of each branch that was tried. */
  readonly futures: readonly (readonly Command[])[];
}

/** Whether the browser has kept a branch with commands for this address. */
export function hasKeptFutures(): boolean {
  return keptFutures().some((commands) => !Array.isArray(commands) || commands.length > 0);
}

/** Not checked: an earlier version may have written them. */
export function keptFutures(): readonly unknown[] {
  const state: unknown = history.state;
  const futures = typeof state === 'object' && state !== null && 'futures' in state ? state.futures : null;
  return Array.isArray(futures) ? futures.slice(-FUTURES_MAX) : [];
}
