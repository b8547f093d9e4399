/** Text from outside meets regular expressions: each has to take time linear in the text. */
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { readSources, regexesIn, type SourceFile } from './sources.ts';

const sources = readSources(join(import.meta.dirname, '../../src'));

/** The regular expressions that take more than linear time on some text, each with its file and line. */
function slowRegexes(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    regexesIn(file).flatMap(({ pattern, flags, line }) => {
      const found = checkSync(pattern, flags, { timeout: null, randomSeed: 1 });
      if (found.status === 'safe') return [];
      const why = found.status === 'vulnerable' ? found.complexity.summary : 'no answer';
      return [`${file.path}:${line} /${pattern}/${flags}: ${why}`];
    }),
  );
}

describe('the regular expressions of the page', () => {
  it('take linear time on every text', () => {
    expect(slowRegexes(sources)).toEqual([]);
  });
});

describe('the check for linear time', () => {
  it.each([
    [/%%\{[\s\S]*?\}%%/g, '2nd degree polynomial'],
    [/^\s*title:(.*)$/m, '2nd degree polynomial'],
    [/^(a+)+$/, 'exponential'],
  ])('reports %s', (regex, summary) => {
    const text = `const found = ${regex};`;
    expect(slowRegexes([{ path: 'a.ts', text }])).toEqual([expect.stringContaining(summary)]);
  });

  it('accepts a linear one', () => {
    expect(slowRegexes([{ path: 'a.ts', text: 'const found = /^(GET|POST) /;' }])).toEqual([]);
  });
});
