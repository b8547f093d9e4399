/** A study's question on the page: while presenting, its answer stays hidden until it's revealed. */
import { useEffect, useMemo, useState } from 'react';
import { useIsPresenting } from '../../ui/use-is-presenting.ts';
import type { PlotData } from './plot-data.ts';
import { optionsOf, type PlotOption, type Prediction, questionOf } from './prediction.ts';

export interface PredictionControl {
  /** Null without a question, and once its answer is revealed. */
  readonly prediction: Prediction | null;
  /** Also after the answer is revealed. Empty without a question, and until the runs are finished. */
  readonly options: readonly PlotOption[];
  readonly hasQuestion: boolean;
  /** Whether there's an answer to reveal, or one that was revealed. */
  readonly isAsked: boolean;
  hide(): void;
  reveal(): void;
  /** The next runs have the same question once more. */
  restart(): void;
}

export function usePrediction(data: PlotData | null, isRunning: boolean): PredictionControl {
  const isPresenting = useIsPresenting();
  /** Null until the reader decides. */
  const [choice, setChoice] = useState<'hidden' | 'revealed' | null>(null);
  const question = data === null ? null : questionOf(data);
  const isHidden = question !== null && (choice === null ? isPresenting : choice === 'hidden');
  const options = useMemo(
    () => (data === null || question === null || isRunning ? [] : optionsOf(data, question)),
    [data, question, isRunning],
  );
  const prediction = useMemo(
    () => (isHidden && question !== null ? { question, options } : null),
    [isHidden, question, options],
  );
  useClickerKeys(isPresenting && question !== null, setChoice);
  return {
    prediction,
    options,
    hasQuestion: question !== null,
    isAsked: isHidden || (question !== null && choice === 'revealed'),
    hide: () => setChoice('hidden'),
    reveal: () => setChoice('revealed'),
    restart: () => setChoice((before) => (before === 'revealed' ? null : before)),
  };
}

/** A clicker's next key draws the rest of the line, and its key for back hides it again. */
function useClickerKeys(areOn: boolean, onChoice: (choice: 'hidden' | 'revealed') => void): void {
  useEffect(() => {
    if (!areOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.code !== 'PageDown' && event.code !== 'PageUp')) return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      onChoice(event.code === 'PageDown' ? 'revealed' : 'hidden');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [areOn, onChoice]);
}
