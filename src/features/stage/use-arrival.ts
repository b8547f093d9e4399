/** When, within the present step's motion, its message arrives and its effects appear. */
import { motionMs } from '../../player/playback-clock.ts';
import { usePlayer } from '../player-context.ts';

/** Share of the motion that the message's travel takes. The rest is for its effects. */
const TRAVEL_SHARE = 0.7;

export interface Arrival {
  /** Seconds from the step's start, as framer-motion counts. */
  readonly delay: number;
  /** Duration of the effect in seconds; 0 without motion. */
  readonly duration: number;
}

export function useArrival(): Arrival {
  const total = usePlayer((player) => (player.isMoving ? motionMs(player) / 1000 : 0));
  return { delay: total * TRAVEL_SHARE, duration: total * (1 - TRAVEL_SHARE) };
}

/** Travel time of the present step's message in seconds; 0 once it has arrived. */
export function useTravelSeconds(): number {
  return usePlayer((player) => (player.isMoving ? (motionMs(player) / 1000) * TRAVEL_SHARE : 0));
}
