/** Keeps the address bar at what is on the screen, so that a reload, a clicker's F5 among them, lands there again. */
import type { PlayerStore } from '../player/player.ts';
import { linkTo } from '../share/link.ts';
import type { Command } from '../simulation/cluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { isRecord } from '../simulation/validation/check.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';

const FUTURES_MAX = 1_000;

/** A frame without rights of its own may not write its address: then the run is in the page alone. */
function replaceAddress(state: unknown, address: string): void {
  try {
    history.replaceState(state, '', address);
  } catch {
    // Nothing else depends on it.
  }
}

/** Writes one word of the query, or takes it out: a choice made in the page outweighs the link it came by. */
export function setQuery(name: string, value: string | null): void {
  const query = new URLSearchParams(location.search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  const search = query.size === 0 ? '' : `?${query}`;
  replaceAddress(history.state, `${location.pathname}${search}${location.hash}`);
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
  /** The commands of each future that was tried. */
  readonly futures: readonly (readonly Command[])[];
}

/** The futures that were tried before the page was loaded again; what makes no sense in this scenario is left out. */
export function rememberedFutures(scenario: Scenario): PageState['futures'] {
  const futures: unknown = isRecord(history.state) ? history.state.futures : null;
  if (!Array.isArray(futures) || futures.length > FUTURES_MAX) return [];
  return futures.filter(
    (commands: unknown): commands is readonly Command[] => checkCommands(commands, scenario).length === 0,
  );
}

/** Browsers refuse more than some 100 changes in 30 seconds; a calm pause between two writes stays below that. */
const WRITE_INTERVAL_MS = 400;
/** While a run plays no frame is to come late, and whoever loads the page again minds no second. */
const PLAYING_INTERVAL_MS = 2_000;
/** By then what has changed is on the screen: to write takes a good part of a frame's time. */
const FRAME_MS = 32;

/** @returns Stops following. */
export function followAddress(player: PlayerStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = () => {
    timer = undefined;
    writtenAt = performance.now();
    const { lesson, recording, step, rival, branches, prediction } = player.getState();
    if (recording.run === null) return;
    const query = new URLSearchParams(location.search);
    if (rival === null) query.delete('compare');
    else query.set('compare', rival.variant);
    if (prediction === null) query.delete('predict');
    else query.set('predict', '');
    const page: PageState = { futures: branches.all.map(({ commands }) => commands) };
    replaceAddress(page, linkTo(String(query), lesson, recording.run, step, branches));
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
      state.isPlaying === before.isPlaying &&
      (state.prediction === null) === (before.prediction === null) &&
      state.rival?.variant === before.rival?.variant;
    if (isSame) return;
    if (before.isPlaying && !state.isPlaying) {
      clearTimeout(timer);
      timer = undefined;
    }
    const intervalMs = state.isPlaying ? PLAYING_INTERVAL_MS : WRITE_INTERVAL_MS;
    const waitMs = writtenAt + intervalMs - performance.now();
    // As soon as it may be, for a reload begins with the address as it stands then; but after the step is on the screen.
    timer ??= setTimeout(write, Math.max(waitMs, FRAME_MS));
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
