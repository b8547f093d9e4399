/** Everything that simulates, as one module. `main.tsx` loads it after the first paint. */
export { atReachedScene } from '../player/reached-scene.ts';
export { reduce } from '../player/reduce.ts';
export { runForPageInSlices } from '../player/run-for-page.ts';
export { openInSlices } from './open.ts';
export { prepareCommands } from './prepare-commands.ts';
