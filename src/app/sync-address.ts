/**
 * Keeps the address bar in sync with the screen, so that a reload (such as a clicker's F5) returns to the same step.
 */
import type { PlayerStore } from '../player/player.ts';
import type { PlayerState } from '../player/state.ts';
import { linkTo } from '../url/link-to.ts';
import { pageSearch } from '../url/page-address.ts';
import { writeQuery } from '../url/query.ts';
import { type PageState, replaceAddress, whenLeaving } from './address.ts';

/** Browsers refuse more than about 100 changes in 30 seconds. This interval stays below that. */
const WRITE_INTERVAL_MS = 400;
/** While a run plays, smooth frames matter more than an up-to-date address. */
const PLAYING_INTERVAL_MS = 2_000;
/** By then the change has been painted. A write takes a large part of a frame. */
const FRAME_MS = 32;

/**
 * @param written The address at the start. Later changes are written at once.
 * @returns Stops syncing.
 */
export function followAddress(player: PlayerStore, written: PlayerState = player.getState()): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = () => {
    timer = undefined;
    writtenAt = performance.now();
    const { lesson, recording, step, comparison, history, prediction } = player.getState();
    if (recording.run === null) return;
    const search = writeQuery(pageSearch(), {
      compare: comparison?.variant ?? null,
      predict: prediction !== null,
    });
    const page: PageState = { futures: history.all.map(({ commands }) => commands) };
    replaceAddress(page, linkTo(search, lesson, recording.run, step, history));
  };
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    write();
  };
  const follow = (state: PlayerState, before: PlayerState) => {
    const isSame =
      state.step === before.step &&
      state.recording === before.recording &&
      state.history === before.history &&
      state.isPlaying === before.isPlaying &&
      (state.prediction === null) === (before.prediction === null) &&
      state.comparison?.variant === before.comparison?.variant;
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
  const unsubscribe = player.subscribe(follow);
  follow(player.getState(), written);
  window.addEventListener('pagehide', flush);
  whenLeaving(flush);
  return () => {
    unsubscribe();
    whenLeaving(() => {});
    window.removeEventListener('pagehide', flush);
    clearTimeout(timer);
  };
}
