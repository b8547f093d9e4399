/** Text from outside meets regular expressions: each has to take time linear in the text. */
import { join } from 'node:path';
import { check } from 'recheck';
import { describe, expect, it, vi } from 'vitest';
import { termFinder } from '../../src/features/guide/glossary/find-terms.ts';
import { glossaryWords as english } from '../../src/locales/en/glossary.ts';
import { glossaryWords as korean } from '../../src/locales/ko/glossary.ts';
import { builtRegexesIn, readSources, regexesIn, type SourceFile } from './sources.ts';

const sources = readSources(join(import.meta.dirname, '../../src'));

/** The regular expressions that take more than linear time on some text, each with its file and line. */
async function slowRegexes(files: readonly SourceFile[]): Promise<string[]> {
  const slow: string[] = [];
  for (const file of files) {
    for (const { pattern, flags, line } of regexesIn(file)) {
      const problem = await problemOf(pattern, flags);
      if (problem !== null) slow.push(`${file.path}:${line} /${pattern}/${flags}: ${problem}`);
    }
  }
  return slow;
}

/** How slow the expression is, and on which text; null if it takes linear time. */
async function problemOf(pattern: string, flags: string): Promise<string | null> {
  // Without limits of time, the answer is the same on a slow machine. Only the asynchronous check uses the compiled checker,
  // where there is one for the machine; it takes a third of the time.
  const found = await check(pattern, flags, {
    timeout: null,
    incubationTimeout: null,
    attackTimeout: null,
    randomSeed: 1,
  });
  if (found.status === 'safe') return null;
  if (found.status === 'unknown')
    return `not known (${found.error.kind}): write it so that the check can tell`;
  return `${found.complexity.summary} on ${found.attack.pattern}`;
}

/** Modules that put regular expressions together at run time. Each is checked with what it makes of its real input. */
const builders = ['features/guide/glossary/find-terms.ts'];

/** Far longer than the check takes, on a busy machine as well. */
const HANGS_MS = 600_000;

describe('the regular expressions of the page', () => {
  it('take linear time on every text', { timeout: HANGS_MS }, async () => {
    expect(await slowRegexes(sources)).toEqual([]);
  });

  it('are in the sources, except those of known modules', () => {
    const found = sources.filter((file) => builtRegexesIn(file).length > 0);
    expect(found.map(({ path }) => path)).toEqual(builders);
  });

  it.each([
    ['English', english],
    ['Korean', korean],
  ])('take linear time where the glossary makes them: %s', async (_, glossary) => {
    const made: RegExp[] = [];
    vi.stubGlobal(
      'RegExp',
      class extends RegExp {
        constructor(pattern: string | RegExp, flags?: string) {
          super(pattern, flags);
          made.push(this);
        }
      },
    );
    termFinder(glossary);
    vi.unstubAllGlobals();
    expect(made).toHaveLength(1);
    for (const regex of made) expect(await problemOf(regex.source, regex.flags)).toBeNull();
  });
});

describe('the check for linear time', () => {
  it.each([
    [/%%\{[\s\S]*?\}%%/g, '2nd degree polynomial'],
    [/^\s*title:(.*)$/m, '2nd degree polynomial'],
    [/^(a+)+$/, 'exponential'],
  ])('reports %s', async (regex, summary) => {
    const inLiteral = `const found = ${regex};`;
    const inCall = `const found = new RegExp(${JSON.stringify(regex.source)}, '${regex.flags}');`;
    for (const text of [inLiteral, inCall]) {
      expect(await slowRegexes([{ path: 'a.ts', text }])).toEqual([expect.stringContaining(summary)]);
    }
  });

  it.each(['/^(GET|POST) /', 'RegExp(`^(GET|POST) `)', 'new RegExp("^GET", "i")', 'new RegExp(/^GET/, "i")'])(
    'accepts %s',
    async (regex) => {
      const file = { path: 'a.ts', text: `const found = ${regex};` };
      expect(await slowRegexes([file])).toEqual([]);
      expect(builtRegexesIn(file)).toEqual([]);
    },
  );

  it.each([
    'new RegExp(text)',
    `RegExp(\`^\${text}\`)`,
    'new globalThis.RegExp("a", flags)',
    'new RegExp("a" + b)',
  ])('finds that %s is put together at run time', (call) => {
    expect(builtRegexesIn({ path: 'a.ts', text: `\nconst found = ${call};` })).toEqual([{ line: 2 }]);
  });
});
