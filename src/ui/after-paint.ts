/** Loads a part after the next paint, so that it doesn't delay what is about to be shown. */
import { afterNextFrame } from './next-frame.ts';
import type { Loader } from './use-loaded.ts';

export function afterPaint<Part>(load: Loader<Part>): Loader<Part> {
  return async () => {
    // By then the caller's view is on the screen, and what was rendered with it.
    await new Promise<void>(afterNextFrame);
    return load();
  };
}
