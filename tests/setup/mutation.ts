/**
 * For mutation tests, which run a property once for each mutant that it reaches: always the same few cases, and none that
 * is smaller than the first one that fails.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: 1, numRuns: 20, endOnFailure: true });
