/**
 * Keeps the address bar in sync with the screen, so that a reload (such as a clicker's F5) returns to the same step.
 * The session storage has the same and all branches, because browsers ignore an address that is written while they
 * reload.
 */
import type { PlayerStore } from '../player/player.ts';
import type { PlayerState } from '../player/state.ts';
import { comparisonKeys } from '../url/comparison-keys.ts';
import { linkToDiagram } from '../url/diagram-link.ts';
import { hiddenText } from '../url/hidden-nodes.ts';
import { keepBranches, keepLink } from '../url/kept-work.ts';
import { linkTo } from '../url/link-to.ts';
import { packHistory } from '../url/packed-history.ts';
import { pageSearch } from '../url/page-address.ts';
import { writeQuery } from '../url/query.ts';
import { presentEntry, replace, whenLeaving } from './history-entries.ts';

/** Browsers refuse more than about 100 changes in 30 seconds. This interval stays below that. */
const WRITE_INTERVAL_MS = 400;
/** While a run plays, smooth frames matter more than an up-to-date address. */
const PLAYING_INTERVAL_MS = 2_000;
/** By then the change has been painted. A write takes a large part of a frame. */
const FRAME_MS = 32;

export interface AddressWriter {
  /** Writes the present state if it hasn't been written. */
  flush(): void;
  /** Overwrites the present history entry with the present state. */
  write(): void;
  stop(): void;
}

/**
 * @param work The name of the work that the player shows. `follow-entries.ts` changes it.
 * @param onNotKept Called if the storage has no room for the branches, or is forbidden.
 * @param written The address at the start. Later changes are written at once.
 */
export function followAddress(
  player: PlayerStore,
  work: () => string,
  onNotKept: () => void,
  written: PlayerState = player.getState(),
): AddressWriter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let kept: (Pick<PlayerState, 'history' | 'openedOver'> & { readonly name: string }) | null = null;

  const keepAllBranches = () => {
    const { history, openedOver } = player.getState();
    const name = work();
    if (kept?.name === name && kept.history === history && kept.openedOver === openedOver) return;
    kept = { name, history, openedOver };
    const { branch: opened = null, isChange = false } = openedOver ?? {};
    const isKept = keepBranches(name, { history: packHistory(history), opened, isChange });
    if (!isKept && history.all.length > 1) onNotKept();
  };
  /** @returns The link; null for an imported diagram without one. */
  const keep = (): string | null => {
    const { lesson, recording, step, comparison, history, prediction, transit, focus, hidden } =
      player.getState();
    if (recording.run === null) {
      const address = linkToDiagram(writeQuery(pageSearch(), { transit }), recording, step);
      if (address !== null) keepLink(work(), address);
      return address;
    }
    const search = writeQuery(pageSearch(), {
      ...comparisonKeys(comparison),
      transit,
      focus,
      hide: hiddenText(hidden),
      predict: prediction !== null,
    });
    const link = linkTo(search, lesson, recording.run, step, history);
    keepLink(work(), link);
    keepAllBranches();
    return link;
  };
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    writtenAt = performance.now();
    const link = keep();
    // Another entry, such as a link pasted over this address, isn't this work's.
    const entry = presentEntry();
    if (link !== null && entry?.work === work()) replace(link);
  };
  const flush = () => {
    if (timer !== undefined) write();
  };
  const follow = (state: PlayerState, before: PlayerState) => {
    const isSame =
      state.step === before.step &&
      state.recording === before.recording &&
      state.transit === before.transit &&
      state.focus === before.focus &&
      state.hidden === before.hidden &&
      state.history === before.history &&
      state.isPlaying === before.isPlaying &&
      (state.prediction === null) === (before.prediction === null) &&
      state.comparison?.variant === before.comparison?.variant &&
      state.comparison?.position === before.comparison?.position;
    if (isSame) return;
    if (before.isPlaying && !state.isPlaying) {
      clearTimeout(timer);
      timer = undefined;
    }
    const intervalMs = state.isPlaying ? PLAYING_INTERVAL_MS : WRITE_INTERVAL_MS;
    const waitMs = writtenAt + intervalMs - performance.now();
    // As soon as possible, because a reload reads the address; but only after the step is painted.
    timer ??= setTimeout(write, Math.max(waitMs, FRAME_MS));
  };
  // Not into the address: in a page that is about to reload, Chromium would lose the state of its entry. A phone can end
  // a page in the background without another event.
  const leave = () => {
    if (timer !== undefined) keep();
  };
  const unsubscribe = player.subscribe(follow);
  follow(player.getState(), written);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', leave);
  whenLeaving(flush);
  const stop = () => {
    unsubscribe();
    whenLeaving(() => {});
    window.removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', leave);
    clearTimeout(timer);
  };
  return { flush, write, stop };
}
