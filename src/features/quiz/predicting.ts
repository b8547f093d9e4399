/** Begins and ends predicting. Panel and words are loaded before it begins, so no question waits for them. */
import type { PlayerStore } from '../../player/player.ts';
import { type Loader, preload } from '../../ui/use-loaded.ts';
import type { ViewText } from '../view-text.ts';

export const questionParts: Loader<typeof import('./question-panel.tsx')> = () =>
  import('./question-panel.tsx');

export async function beginPredicting(player: PlayerStore, { loadPredictText }: ViewText): Promise<void> {
  await Promise.all([preload(questionParts), preload(loadPredictText)]);
  player.getState().dispatch({ kind: 'predict', isOn: true });
}

export async function togglePredicting(player: PlayerStore, text: ViewText): Promise<void> {
  const { prediction, dispatch } = player.getState();
  if (prediction === null) await beginPredicting(player, text);
  else dispatch({ kind: 'predict', isOn: false });
}
