/** The present step of a player. */
import type { PlayerStore } from '../../src/player/player.ts';
import type { Step } from '../../src/trace/steps.ts';
import { runOfPlayer } from './opened-player.ts';

export function presentStep(player: PlayerStore): Step | undefined {
  return runOfPlayer(player).steps[player.getState().step];
}
