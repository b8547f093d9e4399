/** What stands around the stage is fetched once the stage has been drawn: nothing of it holds up the first step. */
import type { Loader } from '../ui/use-loaded.ts';

export function afterStage<Part>(load: Loader<Part>): Loader<Part> {
  return async () => {
    await nextFrame();
    return load();
  };
}

/** Whatever asks for a part is on the screen then, the stage among it. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    // A page in the background draws nothing.
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
