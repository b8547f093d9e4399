/** Keeps the address bar at what is on the screen, so that a reload, a clicker's F5 among them, lands there again. */
import type { PlayerStore } from '../player/player.ts';
import { linkTo } from '../share/link.ts';

/** Writes one word of the query, or takes it out: a choice made in the page outweighs the link it came by. */
export function setQuery(name: string, value: string | null): void {
  const query = new URLSearchParams(location.search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  const search = query.size === 0 ? '' : `?${query}`;
  history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
}

/** Browsers refuse more than some 100 changes in 30 seconds; a calm pause between two writes stays below that. */
const WRITE_INTERVAL_MS = 400;
/** Writing takes as long as drawing a step does, so even after a pause the step is drawn first. */
const AFTER_FRAME_MS = 40;

/** @returns Stops following. */
export function followAddress(player: PlayerStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = () => {
    timer = undefined;
    writtenAt = performance.now();
    const { lesson, recording, step, rival } = player.getState();
    if (recording.run === null) return;
    const query = new URLSearchParams(location.search);
    if (rival === null) query.delete('compare');
    else query.set('compare', rival.strategy);
    history.replaceState(null, '', linkTo(String(query), lesson, recording.run, step));
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
      state.rival?.strategy === before.rival?.strategy;
    if (isSame) return;
    const waitMs = writtenAt + WRITE_INTERVAL_MS - performance.now();
    timer ??= setTimeout(write, Math.max(AFTER_FRAME_MS, waitMs));
  });
  window.addEventListener('pagehide', flush);
  return () => {
    unsubscribe();
    window.removeEventListener('pagehide', flush);
    clearTimeout(timer);
  };
}
