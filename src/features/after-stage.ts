/** Loads the views around the stage after the stage's first paint, so that they don't delay the first step. */
import { afterNextFrame } from '../ui/next-frame.ts';
import type { Loader } from '../ui/use-loaded.ts';

export function afterStage<Part>(load: Loader<Part>): Loader<Part> {
  return async () => {
    // By then the caller's view is on the screen, and so is the stage.
    await new Promise<void>(afterNextFrame);
    return load();
  };
}
