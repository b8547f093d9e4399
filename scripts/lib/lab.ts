/** What `npm run lab` uses of the page's sources, in one bundle. */
export { checkStudy, RUNS_MAX } from '../../src/lab/check-study.ts';
export { csvOf } from '../../src/lab/csv.ts';
export { fileOf, readFile } from '../../src/lab/lines-of-file.ts';
export { startSweep } from '../../src/lab/pool.ts';
export { Results } from '../../src/lab/results.ts';
export { readyMade } from '../../src/lab/studies.ts';
export { defaultStudy, runCount } from '../../src/lab/study.ts';
