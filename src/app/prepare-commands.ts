/** Prepares a command at the present step while the page is idle, so that it's carried out at once in a long run. */

import { fullRunStep } from '../player/full-run-step.ts';
import type { PlayerStore } from '../player/player.ts';
import { prepareCommand } from '../player/spare-run.ts';
import { whenIdle } from './when-idle.ts';

/** Shorter runs are simulated within a frame. */
const EVENTS_MIN = 2_000;

/** How long the page doesn't answer meanwhile. */
const SLICE_MS = 8;

/** @returns Stops. */
export function prepareCommands(player: PlayerStore): () => void {
  let cancel: (() => void) | null = null;
  const prepare = () => {
    cancel = null;
    const { run, step } = fullRunStep(player.getState());
    if (run === null) return;
    const untilMs = performance.now() + SLICE_MS;
    while (performance.now() < untilMs) {
      if (prepareCommand(run, step)) return;
    }
    request();
  };
  const request = () => {
    const { run } = player.getState().recording;
    if (run !== null && run.events.length >= EVENTS_MIN) cancel ??= whenIdle(prepare);
  };
  request();
  const unsubscribe = player.subscribe((state, before) => {
    if (state.recording.run !== before.recording.run || state.step !== before.step) request();
  });
  return () => {
    unsubscribe();
    cancel?.();
  };
}
