/** Keeps the address bar at what is on the screen, so that a reload, a clicker's F5 among them, lands there again. */
import type { PlayerStore } from '../player/player.ts';
import type { PlayerState } from '../player/state.ts';
import { linkTo } from '../url/link-to.ts';
import { pageSearch } from '../url/page-address.ts';
import { writeQuery } from '../url/query.ts';
import { type PageState, replaceAddress, whenLeaving } from './address.ts';

/** Browsers refuse more than some 100 changes in 30 seconds; a calm pause between two writes stays below that. */
const WRITE_INTERVAL_MS = 400;
/** While a run plays no frame is to come late, and whoever loads the page again minds no second. */
const PLAYING_INTERVAL_MS = 2_000;
/** By then what has changed is on the screen: to write takes a good part of a frame's time. */
const FRAME_MS = 32;

/**
 * @param written What the address says already; what has been done since is written at once.
 * @returns Stops following.
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
    // As soon as it may be, for a reload begins with the address as it stands then; but after the step is on the screen.
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
