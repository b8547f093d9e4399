/** Starts and stops predicting. Panel and words load before it starts, so no question waits for them. */
import type { PlayerStore } from '../../player/player.ts';
import { type Loader, preload } from '../../ui/use-loaded.ts';
import type { StageText } from '../view-text.ts';

export const questionParts: Loader<typeof import('./question-panel.tsx')> = () =>
  import('./question-panel.tsx');

/** @returns False if its parts can't be loaded: it doesn't begin then. */
export async function beginPredicting(player: PlayerStore, { loadPredictText }: StageText): Promise<boolean> {
  const loaded = await Promise.all([preload(questionParts), preload(loadPredictText)]);
  if (loaded.includes(false)) return false;
  player.getState().dispatch({ kind: 'predict', isOn: true });
  return true;
}

/** @returns False if its parts can't be loaded. */
export async function togglePredicting(player: PlayerStore, text: StageText): Promise<boolean> {
  const { prediction, dispatch } = player.getState();
  if (prediction === null) return beginPredicting(player, text);
  dispatch({ kind: 'predict', isOn: false });
  return true;
}
