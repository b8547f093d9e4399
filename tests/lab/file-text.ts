/** Whole files of runs, as short as tests have them. */
import { fileLines, type ReadFile, RunsReader } from '../../src/lab/lines-of-file.ts';
import type { Results } from '../../src/lab/results.ts';

export function fileOf(results: Results): string {
  return [...fileLines(results)].join('');
}

export function readFile(text: string): ReadFile {
  const reader = new RunsReader();
  for (const line of text.split('\n')) if (!reader.read(line)) break;
  return reader.end();
}
