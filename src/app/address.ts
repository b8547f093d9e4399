/** Keeps the address bar at what is on the screen, so that a reload, a clicker's F5 among them, lands there again. */
import * as v from 'valibot';
import type { Branches } from '../player/branches.ts';
import type { PlayerStore } from '../player/player.ts';
import { linkTo } from '../share/link.ts';
import { decodeRun, encodeRun } from '../share/run-code.ts';
import type { Command } from '../simulation/cluster.ts';

const FUTURES_MAX = 1_000;

/** Writes one word of the query, or takes it out: a choice made in the page outweighs the link it came by. */
export function setQuery(name: string, value: string | null): void {
  const query = new URLSearchParams(location.search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  const search = query.size === 0 ? '' : `?${query}`;
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}

/** Writes what has not been written yet. */
let flushAddress = () => {};

/** Goes to another page of the same run, as an entry of its own in the browser's history or in place of this one. */
export function goToQuery(search: string, { addsEntry }: { readonly addsEntry: boolean }): void {
  // Back must lead to what was on the screen, not to what stood in the address a moment before.
  flushAddress();
  const address = `${location.pathname}${search}${location.hash}`;
  if (addsEntry) history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
}

/** What the browser keeps with the address, for a reload of this very page: what a link does not carry. */
interface PageState {
  /** Each future that was tried, as a link would carry it. */
  readonly futures: readonly string[];
}

/** A function that writes them anew only when there are others. */
function futuresWriter(): (branches: Branches) => readonly string[] {
  let last: { readonly branches: Branches; readonly futures: readonly string[] } | undefined;
  return (branches) => {
    if (last?.branches !== branches) {
      const futures = branches.all.map(({ commands }) => encodeRun({ commands }));
      last = { branches, futures };
    }
    return last.futures;
  };
}

const pageState = v.object({ futures: v.pipe(v.array(v.string()), v.maxLength(FUTURES_MAX)) });

/** The futures that were tried before the page was loaded again; what cannot be read is left out. */
export function rememberedFutures(): readonly (readonly Command[])[] {
  const state = v.safeParse(pageState, history.state);
  if (!state.success) return [];
  return state.output.futures.flatMap((code) => {
    const change = decodeRun(code);
    return 'problem' in change ? [] : [change.commands];
  });
}

/** Browsers refuse more than some 100 changes in 30 seconds; a calm pause between two writes stays below that. */
const WRITE_INTERVAL_MS = 400;

/** @returns Stops following. */
export function followAddress(player: PlayerStore): () => void {
  const futuresOf = futuresWriter();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = () => {
    timer = undefined;
    writtenAt = performance.now();
    const { lesson, recording, step, rival, branches } = player.getState();
    if (recording.run === null) return;
    const query = new URLSearchParams(location.search);
    if (rival === null) query.delete('compare');
    else query.set('compare', rival.strategy);
    const page: PageState = { futures: futuresOf(branches) };
    history.replaceState(page, '', linkTo(String(query), lesson, recording.run, step));
  };
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    write();
  };
  const unsubscribe = player.subscribe((state, before) => {
    const isSame =
      state.step === before.step &&
      state.recording === before.recording &&
      state.branches === before.branches &&
      state.rival?.strategy === before.rival?.strategy;
    if (isSame) return;
    const waitMs = writtenAt + WRITE_INTERVAL_MS - performance.now();
    // At once where it may be: a reload begins with the address as it stands then.
    if (waitMs <= 0) write();
    else timer ??= setTimeout(write, waitMs);
  });
  window.addEventListener('pagehide', flush);
  flushAddress = flush;
  return () => {
    unsubscribe();
    flushAddress = () => {};
    window.removeEventListener('pagehide', flush);
    clearTimeout(timer);
  };
}
