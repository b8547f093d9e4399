/** Loads the views around the stage after the stage's first paint, so that they don't delay the first step. */
import type { Loader } from '../ui/use-loaded.ts';

export function afterStage<Part>(load: Loader<Part>): Loader<Part> {
  return async () => {
    await nextFrame();
    return load();
  };
}

/** After the next frame, the caller's view is on the screen, and so is the stage. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    // A page in the background doesn't render frames.
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
