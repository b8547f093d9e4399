/** The open question, in place of the caption. */
import { useEffect } from 'react';
import { preload, useLoaded } from '../../ui/use-loaded.ts';
import { usePlayer } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import { questionParts } from './predicting.ts';

/** If another window starts to ask, the question's code loads before it's shown. */
export function useIsAsked(): boolean {
  const isPredicting = usePlayer(({ prediction }) => prediction !== null);
  const { loadPredictText } = useStageText();
  useEffect(() => {
    if (!isPredicting) return;
    void preload(questionParts);
    void preload(loadPredictText);
  }, [isPredicting, loadPredictText]);
  return usePlayer(({ prediction }) => prediction !== null && prediction.asked !== null);
}

export function AskedQuestion() {
  const parts = useLoaded(questionParts);
  return parts === null ? null : <parts.QuestionPanel />;
}

/** The same for screen readers. */
export function AskedStatus() {
  const parts = useLoaded(questionParts);
  return parts === null ? null : <parts.QuestionStatus />;
}
