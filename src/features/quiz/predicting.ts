/** Begins and ends predicting. What it needs is fetched then, rules, panel and words, so that no question waits for it. */
import type { PlayerStore } from '../../player/player.ts';
import { type Loader, preload } from '../../ui/use-loaded.ts';
import type { ViewText } from '../view-text.ts';

export const questionParts: Loader<typeof import('./question-panel.tsx')> = () =>
  import('./question-panel.tsx');

export async function beginPredicting(player: PlayerStore, { loadPredictText }: ViewText): Promise<void> {
  const [{ rules }] = await Promise.all([
    import('../../player/predict.ts'),
    preload(questionParts),
    preload(loadPredictText),
  ]);
  player.getState().dispatch({ kind: 'predict', rules });
}

export async function togglePredicting(player: PlayerStore, text: ViewText): Promise<void> {
  const { prediction, dispatch } = player.getState();
  if (prediction === null) await beginPredicting(player, text);
  else dispatch({ kind: 'predict', rules: null });
}
