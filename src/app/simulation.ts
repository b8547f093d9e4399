/** Everything that simulates, as one module. `main.tsx` loads it after the first paint. */
export { reduce } from '../player/reduce.ts';
export { openInSlices } from './open.ts';
export { prepareCommands } from './prepare-commands.ts';
