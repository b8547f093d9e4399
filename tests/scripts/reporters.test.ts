import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { scriptUrl, startScript, temporaryFolder } from './run-script.ts';

/**
 * Runs an installed test runner with this project's reporter on files in a temporary folder.
 *
 * @returns what the reporter sent
 */
async function messagesOf(runner: 'vitest' | 'playwright', files: Record<string, string>) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'tests'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const reporter = fileURLToPath(scriptUrl(`reporters/${runner}.mjs`));
  const command = {
    vitest: `installed('vitest', 'vitest', ['run', '--globals', '--reporter=${reporter}'], { NODE_ENV: undefined })`,
    playwright: `installed('@playwright/test', 'playwright', ['test', '--reporter=${reporter}'])`,
  }[runner];
  const { stdout, stderr } = await startScript(
    folder,
    `import { installed, run } from '${scriptUrl('lib/process.mjs')}';
    const messages = [];
    const onMessage = (message) => messages.push(message);
    await run(${command}, { folder: import.meta.dirname, log: 'runner.log', onMessage });
    console.log(JSON.stringify(messages));`,
  ).ended;
  expect(stderr).toBe('');
  const messages: ({ kind: 'progress'; text: string } | { kind: 'failure'; failure: object })[] = JSON.parse(
    stdout,
    (_key, value) => (typeof value === 'string' ? stripVTControlCharacters(value) : value),
  );
  return {
    progress: messages.flatMap((message) => (message.kind === 'progress' ? [message.text] : [])),
    failures: messages.flatMap((message) => (message.kind === 'failure' ? [message.failure] : [])),
  };
}

describe('the reporter of Vitest', () => {
  it('sends how many files are done, and each failure with its place and difference', async () => {
    const { progress, failures } = await messagesOf('vitest', {
      'tests/sum.test.js': `describe('a sum', () => {
        it('is right', () => {});
        it('is wrong', () => {
          expect({ total: 3 }).toEqual({ total: 4 });
        });
      });`,
      'tests/broken.test.js': `import './nowhere.js';`,
    });
    expect(progress[0]).toBe('0 of 2 files');
    expect(progress.at(-1)).toBe('2 of 2 files, 1 failed');
    expect(failures).toHaveLength(2);
    expect(failures).toContainEqual({
      name: 'a sum > is wrong',
      place: 'tests/sum.test.js:4',
      message: expect.stringMatching(/expected .* to deeply equal .*- {3}"total": 4,\n\+ {3}"total": 3,/s),
    });
    expect(failures).toContainEqual({
      name: '(the file itself)',
      place: expect.stringMatching(/^tests\/broken\.test\.js/),
      message: expect.stringContaining('nowhere.js'),
    });
  });
});

describe('the reporter of Playwright', () => {
  it('sends how many tests are done, and each failure with its place and code', async () => {
    const playwright = scriptUrl('../node_modules/@playwright/test/index.mjs');
    const { progress, failures } = await messagesOf('playwright', {
      'tests/sum.spec.mjs': `import { expect, test } from '${playwright}';
      test.describe('a sum', () => {
        test('is right', () => {});
        test('is not ready', () => test.skip());
        test('is known to be wrong', () => {
          test.fail();
          expect(1).toBe(2);
        });
        test('is wrong', () => {
          expect(3).toBe(4);
        });
      });`,
    });
    expect(progress[0]).toBe('0 of 4 tests');
    expect(progress.at(-1)).toBe('4 of 4 tests, 1 failed');
    expect(failures).toEqual([
      {
        name: 'a sum › is wrong',
        place: 'tests/sum.spec.mjs:9',
        message: expect.stringMatching(
          /Expected: 4\s+Received: 3.*at tests\/sum\.spec\.mjs:10.*expect\(3\)/s,
        ),
      },
    ]);
  });

  it('sends an error outside the tests', async () => {
    const { failures } = await messagesOf('playwright', {
      'tests/broken.spec.mjs': `import './nowhere.mjs';`,
    });
    expect(failures).toEqual([
      expect.objectContaining({
        name: '(outside the tests)',
        message: expect.stringContaining('nowhere.mjs'),
      }),
      expect.objectContaining({ message: expect.stringContaining('No tests found') }),
    ]);
  });
});
