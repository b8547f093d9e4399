/** Brightness and contrast for the projector. Applied only while presenting, and not to the presenter's own screen. */
import { useEffect } from 'react';
import type { Projection } from '../features/presenting/presenter-tools.ts';
import { chosenProjection, rememberProjection } from './preferences.ts';
import { useSetting } from './use-setting.ts';

export function useProjection(isPresenting: boolean): [Projection, (projection: Projection) => void] {
  const [projection, adjust] = useSetting(chosenProjection, rememberProjection);
  const { brightness, contrast } = projection;
  useEffect(() => {
    const isPlain = brightness === 100 && contrast === 100;
    // A filter slows the whole page, so none is set without need.
    document.documentElement.style.filter =
      isPresenting && !isPlain ? `brightness(${brightness}%) contrast(${contrast}%)` : '';
  }, [isPresenting, brightness, contrast]);
  return [projection, adjust];
}
