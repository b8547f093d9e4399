/** Loads the parts around the stage. */
import type { ComponentType } from 'react';
import { afterPaint } from '../ui/after-paint.ts';
import { useFetched } from '../ui/use-loaded.ts';

type Around = typeof import('./around.tsx');

export const loadAround = afterPaint(() => import('./around.tsx'));

/**
 * A part that shows nothing until it has loaded, nor if it can't be loaded. The header's place says so then, and a later
 * render shows the part.
 */
export function around<Props extends object>(
  viewIn: (parts: Around) => ComponentType<Props>,
): ComponentType<Props> {
  return function Part(props) {
    const parts = useFetched(loadAround);
    if (parts === null) return null;
    const View = viewIn(parts);
    return <View {...props} />;
  };
}
