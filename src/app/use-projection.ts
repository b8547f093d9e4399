/** Brightness and contrast as the projector needs them: as long as somebody presents, and not on their own screen. */
import { useEffect } from 'react';
import type { Projection } from '../features/presenting/presenter-tools.ts';
import { chosenProjection, rememberProjection } from './preferences.ts';
import { useSetting } from './use-setting.ts';

export function useProjection(isPresenting: boolean): [Projection, (projection: Projection) => void] {
  const [projection, adjust] = useSetting(chosenProjection, rememberProjection);
  const { brightness, contrast } = projection;
  useEffect(() => {
    const isPlain = brightness === 100 && contrast === 100;
    // A filter costs the whole page: none is set where none is wanted.
    document.documentElement.style.filter =
      isPresenting && !isPlain ? `brightness(${brightness}%) contrast(${contrast}%)` : '';
  }, [isPresenting, brightness, contrast]);
  return [projection, adjust];
}
