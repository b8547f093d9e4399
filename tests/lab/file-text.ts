/** Whole files of runs, as short as tests have them. */
import { fileLines, type ReadFile, readingFile } from '../../src/lab/lines-of-file.ts';
import type { Results } from '../../src/lab/results.ts';
import { finished } from '../../src/sequence/interruptible.ts';

export function fileOf(results: Results): string {
  return [...fileLines(results)].join('');
}

export function readFile(text: string): ReadFile {
  return finished(readingFile(text));
}
