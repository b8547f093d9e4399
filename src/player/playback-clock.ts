/** The only place that turns wall time into steps. Views own no timers. */
import type { DiagramStep } from '../sequence/model.ts';
import type { PlayerStore } from './player.ts';
import type { PlayerState } from './state.ts';

/** Calls back once after `ms` milliseconds of wall time, unless cancelled. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

const MOTION_MS = 700;
/** Captions are read at about 15 characters a second, after the time that the eye needs to follow the message. */
const DWELL_MS = 900;
const READING_MS_PER_CHARACTER = 45;
const DWELL_MS_MAX = 6_000;

/** Duration of the present step's motion, in milliseconds at the present speed. */
export function motionMs({ speed }: Pick<PlayerState, 'speed'>): number {
  return MOTION_MS / speed;
}

/** How long a completed step stays while playing, in milliseconds at the present speed. */
export function dwellMs(step: DiagramStep, speed: number): number {
  const characters = step.caption.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(DWELL_MS + characters * READING_MS_PER_CHARACTER, DWELL_MS_MAX) / speed;
}

/** @returns Stops the clock. */
export function startPlaybackClock(player: PlayerStore, schedule: Schedule = wallClock): () => void {
  let cancel = () => {};
  const arrange = () => {
    cancel();
    cancel = () => {};
    const { isMoving, isPlaying, recording, step, speed, dispatch } = player.getState();
    const present = recording.diagram.steps[step];
    if (isMoving) cancel = schedule(() => dispatch({ kind: 'finish-motion' }), motionMs({ speed }));
    else if (isPlaying && present !== undefined) {
      cancel = schedule(() => dispatch({ kind: 'advance' }), dwellMs(present, speed));
    }
  };
  arrange();
  const unsubscribe = player.subscribe((state, before) => {
    const unchanged =
      state.isMoving === before.isMoving &&
      state.isPlaying === before.isPlaying &&
      state.step === before.step &&
      state.comparison === before.comparison &&
      state.speed === before.speed &&
      state.recording === before.recording;
    if (!unchanged) arrange();
  });
  return () => {
    unsubscribe();
    cancel();
  };
}

const wallClock: Schedule = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};
