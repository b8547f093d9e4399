/**
 * Property tests draw new cases in each run, and print the seed of one that fails. In CI they draw the same ones every
 * time, so that a change fails for what it changed. `npm run soak` is for looking further.
 */
import fc from 'fast-check';

if (process.env.CI !== undefined) fc.configureGlobal({ seed: 1 });
