import { describe, expect, it } from 'vitest';
import { scriptUrl, startScript, temporaryFolder } from './run-script.ts';

/** Runs the code as a task, the way `npm start` installs and builds. */
async function runTask(code: string) {
  const folder = temporaryFolder();
  const { stdout, stderr, exitCode } = await startScript(
    folder,
    `import { runLogged } from '${scriptUrl('lib/logged-task.mjs')}';
    const command = { program: process.execPath, args: ['--eval', ${JSON.stringify(code)}] };
    await runLogged('Building the page', command, 'build.log', import.meta.dirname);
    console.log('The next task runs.');`,
  ).ended;
  return { stdout, stderr, exitCode };
}

describe('a task of npm start', () => {
  it('prints one line if it succeeds, regardless of its program’s output', async () => {
    const { stdout, stderr, exitCode } = await runTask(
      'console.log("font-1.woff2  12 kB"); console.warn("npm warn EBADENGINE")',
    );
    expect(stdout).toMatch(/^Building the page +ok +[\d.]+ s\nThe next task runs\.\n$/);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  it('shows all that its program printed if it fails, names the log, and is the last', async () => {
    const { stdout, stderr, exitCode } = await runTask(
      'console.warn("npm warn EBADENGINE"); console.error("npm error E404"); process.exit(1)',
    );
    expect(stdout).toMatch(/^Building the page +FAILED +[\d.]+ s\n$/);
    expect(stderr).toBe('\n  npm warn EBADENGINE\n  npm error E404\n\nFull log: build.log\n');
    expect(exitCode).toBe(1);
  });
});
