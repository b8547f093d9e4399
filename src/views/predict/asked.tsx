/** The question that is put, in place of the caption. */
import { usePlayer } from '../player-context.ts';
import { useLoaded } from '../use-loaded.ts';
import { questionParts } from './predicting.ts';

export function useIsAsked(): boolean {
  return usePlayer(({ prediction }) => prediction !== null && prediction.asked !== null);
}

export function AskedQuestion() {
  const parts = useLoaded(questionParts);
  return parts === null ? null : <parts.QuestionPanel />;
}

/** The same for those who listen. */
export function AskedStatus() {
  const parts = useLoaded(questionParts);
  return parts === null ? null : <parts.QuestionStatus />;
}
