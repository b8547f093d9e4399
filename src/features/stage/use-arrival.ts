/** When, within the present step's motion, its message arrives and what it changes is seen to change. */
import { motionMs } from '../../player/playback-clock.ts';
import { usePlayer } from '../player-context.ts';

/** The part of the motion in which the message travels; the rest is for what it changes. */
const TRAVEL_SHARE = 0.7;

export interface Arrival {
  /** Seconds from the step's beginning, as framer-motion counts. */
  readonly delay: number;
  /** Seconds that the change takes; 0 when nothing moves. */
  readonly duration: number;
}

export function useArrival(): Arrival {
  const total = usePlayer((player) => (player.isMoving ? motionMs(player) / 1000 : 0));
  return { delay: total * TRAVEL_SHARE, duration: total * (1 - TRAVEL_SHARE) };
}

/** Seconds that the present step's message is on its way; 0 when it has arrived. */
export function useTravelSeconds(): number {
  return usePlayer((player) => (player.isMoving ? (motionMs(player) / 1000) * TRAVEL_SHARE : 0));
}
