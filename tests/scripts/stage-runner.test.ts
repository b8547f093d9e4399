import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Stage, selectStages } from '../../scripts/lib/stage-runner.mjs';
import { scriptUrl, startScript, temporaryFolder } from './run-script.ts';

/** A stage whose program is the given code. */
interface FakeStage {
  readonly name: string;
  readonly code: string;
  readonly needs?: string;
  readonly isShort?: boolean;
  /** The stage has this report file, counted as it is. */
  readonly report?: string;
}

/** Code for a stage: writes its report, with the counts as they are. */
function report(file: string, counts: object): string {
  return `require('node:fs').writeFileSync('${file}', '${JSON.stringify(counts)}');`;
}

function failure(name: string, place: string, message: string): string {
  return `process.send(${JSON.stringify({ kind: 'failure', failure: { name, place, message } })});`;
}

function startStages(folder: string, stages: readonly FakeStage[]) {
  return startScript(
    folder,
    `import { runStages } from '${scriptUrl('lib/stage-runner.mjs')}';
    const stages = ${JSON.stringify(stages)}.map(({ name, code, needs, report, isShort }) => ({
      name,
      title: 'The stage ' + name,
      command: () => {
        if (code === 'missing') throw new Error('The package is not installed.');
        return { program: process.execPath, args: ['--eval', code] };
      },
      ...(needs && { needs }),
      ...(isShort && { isShort }),
      ...(report && { report: { file: report, count: (counts) => counts, note: ({ note }) => note } }),
    }));
    process.exitCode = await runStages(stages, { folder: import.meta.dirname });`,
  );
}

async function runStages(stages: readonly FakeStage[], folder = temporaryFolder()) {
  const { stdout, stderr, exitCode } = await startStages(folder, stages).ended;
  const lines = stdout.trimEnd().split('\n');
  return { folder, stdout, stderr, exitCode, lines, lastLine: lines.at(-1) };
}

describe('a run of stages that pass', () => {
  it('prints one line for each and the tally, and nothing that the programs print', async () => {
    const { stdout, stderr, exitCode } = await runStages([
      { name: 'one', code: 'console.log("chatter"); console.error("a warning")' },
      { name: 'two', code: report('two.json', { passed: 3, failed: 0, skipped: 0 }), report: 'two.json' },
    ]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^The stage one +ok +[\d.]+ s\nThe stage two +ok +[\d.]+ s {2}3 passed, 0 failed\n\n3 passed, 0 failed\n$/,
    );
    expect(exitCode).toBe(0);
  });

  it('keeps all output of each program in its log, in order', async () => {
    const { folder } = await runStages([
      { name: 'one', code: 'console.log("first"); console.error("second"); console.log("third")' },
      { name: 'two', code: 'console.log("other")' },
    ]);
    expect(readFileSync(join(folder, 'reports/one.log'), 'utf8')).toBe('first\nsecond\nthird\n');
    expect(readFileSync(join(folder, 'reports/two.log'), 'utf8')).toBe('other\n');
  });

  it('replaces the log of an earlier run', async () => {
    const { folder } = await runStages([{ name: 'one', code: 'console.log("earlier")' }]);
    await runStages([{ name: 'one', code: 'console.log("later")' }], folder);
    expect(readFileSync(join(folder, 'reports/one.log'), 'utf8')).toBe('later\n');
  });

  it('adds what the report says besides its counts', async () => {
    const counts = { passed: 1, failed: 0, skipped: 2, note: 'the nearest files only' };
    const { lines } = await runStages([
      { name: 'one', code: report('one.json', counts), report: 'one.json' },
    ]);
    expect(lines[0]).toMatch(/ {2}1 passed, 0 failed, 2 skipped; the nearest files only$/);
  });
});

describe('short stages', () => {
  /** Ends only once another program has written the file. */
  const waitFor = (file: string) =>
    `const timer = setInterval(() => require('node:fs').existsSync('${file}') && clearInterval(timer), 10);`;
  const write = (file: string) => `require('node:fs').writeFileSync('${file}', '');`;

  it('next to each other run at the same time, and print their lines in order', async () => {
    const { lines, lastLine } = await runStages([
      { name: 'one', code: waitFor('two-runs'), isShort: true },
      { name: 'two', code: write('two-runs'), isShort: true },
    ]);
    expect(lines[0]).toMatch(/^The stage one +ok /);
    expect(lines[1]).toMatch(/^The stage two +ok /);
    expect(lastLine).toBe('0 passed, 0 failed');
  });

  it('wait for a stage that they need, also for a short one', async () => {
    const { stdout } = await runStages([
      { name: 'one', code: 'process.exit(1)', isShort: true },
      { name: 'two', code: write('two-ran'), isShort: true, needs: 'one' },
    ]);
    expect(stdout).toMatch(/The stage two +not run .*because "one" failed/);
  });

  it('end before the next long one begins', async () => {
    const { stdout } = await runStages([
      { name: 'one', code: `setTimeout(() => { ${write('one-ended')} }, 200);`, isShort: true },
      { name: 'two', code: "if (!require('node:fs').existsSync('one-ended')) process.exit(1);" },
    ]);
    expect(stdout).toMatch(/The stage two +ok /);
  });
});

describe('a stage that fails', () => {
  it('shows its output, names its log, and does not stop the others', async () => {
    const { stdout, exitCode, lastLine } = await runStages([
      { name: 'one', code: 'console.log("line 7: wrong type"); process.exit(2)' },
      { name: 'two', code: '' },
    ]);
    expect(stdout).toMatch(/The stage one +FAILED .*\n\n {2}line 7: wrong type\n\nThe stage two +ok /);
    expect(stdout).toContain('The stage one failed. Full log: reports/one.log\n');
    expect(lastLine).toBe('0 passed, 1 failed');
    expect(exitCode).toBe(1);
  });

  it('shows the last 100 lines of a long log and counts the earlier ones', async () => {
    const code = 'for (let line = 1; line <= 250; line += 1) console.log("line " + line); process.exit(1)';
    const { lines } = await runStages([{ name: 'one', code }]);
    expect(lines).toContain('  (150 earlier lines in reports/one.log)');
    expect(lines).not.toContain('  line 150');
    expect(lines).toContain('  line 151');
    expect(lines).toContain('  line 250');
  });

  it('shows each failed test with its name, file and whole message instead of the log', async () => {
    const code = [
      'console.log("chatter of the runner");',
      failure('adds', 'tests/sum.test.ts:3', 'expected 3\n\u001b[31mto be 4\u001b[39m'),
      failure('divides', 'tests/quotient.test.ts:8', 'expected 2\nto be 5'),
      report('one.json', { passed: 5, failed: 2, skipped: 0 }),
      'process.exitCode = 1;',
    ].join('');
    const { stdout, lastLine } = await runStages([{ name: 'one', code, report: 'one.json' }]);
    expect(stdout).toContain(
      [
        '  FAIL  adds',
        '        tests/sum.test.ts:3',
        '        expected 3',
        '        to be 4',
        '',
        '  FAIL  divides',
        '        tests/quotient.test.ts:8',
        '        expected 2',
        '        to be 5',
      ].join('\n'),
    );
    expect(stdout).not.toContain('chatter');
    expect(lastLine).toBe('5 passed, 2 failed');
  });

  it('shows the log as well if a failure was counted that no reporter sent', async () => {
    const code = [
      'console.log("the runner crashed");',
      failure('adds', 'tests/sum.test.ts:3', 'expected 3 to be 4'),
      report('one.json', { passed: 5, failed: 2, skipped: 0 }),
      'process.exitCode = 1;',
    ].join('');
    const { stdout } = await runStages([{ name: 'one', code, report: 'one.json' }]);
    expect(stdout).toContain('  FAIL  adds');
    expect(stdout).toContain('  the runner crashed');
  });

  it('counts as one failure if it writes no report, even if an earlier run left one', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ passed: 9, failed: 0, skipped: 0 }));
    const { lastLine, exitCode } = await runStages([{ name: 'one', code: '', report: 'one.json' }], folder);
    expect(lastLine).toBe('0 passed, 1 failed');
    expect(exitCode).toBe(1);
  });

  it('counts as one failure if its report is truncated', async () => {
    const code = 'require("node:fs").writeFileSync("one.json", \'{"passed": 9, "fai\')';
    expect((await runStages([{ name: 'one', code, report: 'one.json' }])).lastLine).toBe(
      '0 passed, 1 failed',
    );
  });

  it('says why if it cannot be started', async () => {
    const { folder, stdout, lastLine } = await runStages([{ name: 'one', code: 'missing' }]);
    expect(stdout).toContain('  Error: The package is not installed.');
    expect(readFileSync(join(folder, 'reports/one.log'), 'utf8')).toContain('The package is not installed.');
    expect(lastLine).toBe('0 passed, 1 failed');
  });

  it('keeps a stage that needs it from running, which then counts as failed', async () => {
    const { folder, stdout, lastLine } = await runStages([
      { name: 'one', code: 'process.exit(1)' },
      { name: 'two', code: 'console.log("ran")', needs: 'one' },
    ]);
    expect(stdout).toMatch(/The stage two +not run .* because "one" failed\n/);
    expect(existsSync(join(folder, 'reports/two.log'))).toBe(false);
    expect(lastLine).toBe('0 passed, 2 failed');
  });
});

describe('an interrupt', () => {
  // Windows has no signals that a process could handle.
  it.runIf(process.platform !== 'win32')('ends the running program and exits with 143', async () => {
    const folder = temporaryFolder();
    const code = `require('node:fs').writeFileSync('started', String(process.pid)); setInterval(() => {}, 1000)`;
    const { child, ended } = startStages(folder, [
      { name: 'one', code },
      { name: 'two', code: '' },
    ]);
    while (!existsSync(join(folder, 'started'))) await wait(20);
    child.kill('SIGTERM');
    const { stdout, stderr, exitCode } = await ended;
    expect(exitCode).toBe(128 + 15);
    expect(stderr).toContain('Interrupted.');
    expect(stdout).not.toContain('The stage two');
    const pid = Number(readFileSync(join(folder, 'started'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

describe('the selection of stages', () => {
  const stage = (name: string, more: Partial<Stage> = {}): Stage => ({
    name,
    title: name,
    command: () => ({ program: '', args: [] }),
    ...more,
  });
  const stages = [
    stage('types'),
    stage('build'),
    stage('e2e', { needs: 'build' }),
    stage('browsers', { needs: 'build', onRequest: true }),
  ];
  const select = (...names: string[]) => {
    const selection = selectStages(stages, names);
    return 'error' in selection ? selection.error : selection.selected.map(({ name }) => name);
  };

  it('without names is every stage that is not on request', () => {
    expect(select()).toEqual(['types', 'build', 'e2e']);
  });

  it('is the named stages in running order, with the stages that they need', () => {
    expect(select('e2e')).toEqual(['build', 'e2e']);
    expect(select('browsers', 'types')).toEqual(['types', 'build', 'browsers']);
    expect(select('build', 'types')).toEqual(['types', 'build']);
  });

  it('is every stage for "all"', () => {
    expect(select('all')).toEqual(['types', 'build', 'e2e', 'browsers']);
  });

  it('refuses an unknown name and lists the stages', () => {
    expect(select('types', 'typos')).toBe(
      'There is no stage "typos". The stages are: types, build, e2e, browsers.',
    );
  });
});

it('npm test ends with 2 and runs nothing if it does not know a stage', async () => {
  const folder = temporaryFolder();
  const { stdout, stderr, exitCode } = await startScript(
    folder,
    `process.argv.push('typos'); await import('${scriptUrl('test.mjs')}');`,
  ).ended;
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^There is no stage "typos"\. The stages are: types, lint, unused, build, unit, e2e/,
  );
});
