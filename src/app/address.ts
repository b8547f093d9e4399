/** The address bar, and what the browser keeps with it. */
import type { Command } from '../simulation/cluster.ts';
import { type QueryChanges, writeQuery } from '../url/query.ts';

/** Of more futures than this, the latest are remembered. */
const FUTURES_MAX = 1_000;

/** A frame without rights of its own may not write its address: then the run is in the page alone. */
export function replaceAddress(state: unknown, address: string): void {
  try {
    history.replaceState(state, '', address);
  } catch {
    // Nothing else depends on it.
  }
}

/** Writes keys of the query, or takes them out: a choice made in the page outweighs the link it came by. */
export function setQuery(changes: QueryChanges): void {
  const search = writeQuery(location.search, changes);
  replaceAddress(history.state, `${location.pathname}${search}${location.hash}`);
}

/** Writes what has not been written yet. */
let flushAddress = () => {};

/** @param flush Called before the page goes on to another entry of the browser's history. */
export function whenLeaving(flush: () => void): void {
  flushAddress = flush;
}

/** Goes to another page of the same run, as an entry of its own in the browser's history or in place of this one. */
export function goToQuery(search: string, { addsEntry }: { readonly addsEntry: boolean }): void {
  // Back must lead to what was on the screen, not to what stood in the address a moment before.
  flushAddress();
  const address = `${location.pathname}${search}${location.hash}`;
  if (addsEntry) history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
}

/** What the browser keeps with the address, for a reload of this very page: what a link does not carry. */
export interface PageState {
  /** The commands of each future that was tried. */
  readonly futures: readonly (readonly Command[])[];
}

/** Whether the browser has kept a future with this address that has any command. */
export function hasKeptFutures(): boolean {
  return keptFutures().some((commands) => !Array.isArray(commands) || commands.length > 0);
}

/** Not checked: an earlier version may have written them. */
export function keptFutures(): readonly unknown[] {
  const state: unknown = history.state;
  const futures = typeof state === 'object' && state !== null && 'futures' in state ? state.futures : null;
  return Array.isArray(futures) ? futures.slice(-FUTURES_MAX) : [];
}
