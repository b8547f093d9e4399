import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readChanges } from '../../scripts/lib/changes.mjs';
import { planCheck } from '../../scripts/lib/check-plan.mjs';
import { temporaryFolder } from './run-script.ts';

const sources = new Map([
  ['src/sum.ts', ''],
  ['tests/sum.test.ts', "import '../src/sum.ts';"],
]);
const main = { branch: 'origin/main', commit: '6a482638' };

function plan(changes: Parameters<typeof planCheck>[0]) {
  const { summary, stages } = planCheck(changes, sources);
  return { summary, stages: stages.map(({ name }) => name) };
}

describe('npm run check', () => {
  it('checks types, lint and the tests that the change touches', () => {
    expect(plan({ ...main, files: ['README.md', 'src/sum.ts'] })).toEqual({
      summary:
        '2 changed files since origin/main (6a482638). Checks types, lint and 1 test file that the change touches.',
      stages: ['types', 'lint', 'related'],
    });
  });

  it('checks types and lint if no test depends on the change, and says so', () => {
    expect(plan({ ...main, files: ['README.md'] })).toEqual({
      summary:
        '1 changed file since origin/main (6a482638). Checks types and lint; no unit test depends on the change.',
      stages: ['types', 'lint'],
    });
  });

  it('checks types and lint if nothing has changed, and says so', () => {
    expect(plan({ ...main, files: [] })).toEqual({
      summary: 'Nothing has changed since origin/main (6a482638). Checks types and lint.',
      stages: ['types', 'lint'],
    });
  });

  it('checks types and lint without a main branch, and names the command for the tests', () => {
    const { summary, stages } = plan(null);
    expect(summary).toContain('npm test -- unit');
    expect(stages).toEqual(['types', 'lint']);
  });

  it('says how many test files ran if there was no time for all', () => {
    const report = planCheck({ ...main, files: ['src/sum.ts'] }, sources).stages.at(-1)?.report;
    const result = { passed: 40, failed: 1, skipped: 2, filesRun: 12, files: 90 };
    expect(report?.count(result)).toEqual({ passed: 40, failed: 1, skipped: 2 });
    expect(report?.note?.(result)).toMatch(/^time for 12 of 90 files only.*npm test -- unit$/);
    expect(report?.note?.({ ...result, filesRun: 90 })).toBe('');
  });
});

// A machine that only has Node can't show this.
const hasGit = spawnSync('git', ['--version']).status === 0;
if (hasGit) {
  describe('the changes of a branch', () => {
    beforeEach(() => {
      // A Git hook that runs the tests sets these for its own repository.
      for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) vi.stubEnv(name, undefined);
      return () => vi.unstubAllEnvs();
    });

    it('are its commits, uncommitted edits and new files, but not later commits on main', () => {
      const { folder, git, write } = repository();
      git('switch', '--create', 'topic');
      write('committed.ts');
      git('add', '.');
      git('commit', '--message', 'Topic');
      git('switch', 'main');
      write('elsewhere.ts');
      git('add', '.');
      git('commit', '--message', 'Main');
      git('switch', 'topic');
      write('first.ts', 'edited');
      write('folder/new file.ts');
      write('ignored.log');
      expect(readChanges(folder)).toEqual({
        branch: 'main',
        commit: expect.stringMatching(/^[0-9a-f]{8}$/),
        files: ['committed.ts', 'first.ts', 'folder/new file.ts'],
      });
    });

    it('are none right after a commit on main', () => {
      expect(readChanges(repository().folder)?.files).toEqual([]);
    });

    it('are compared with the main branch of the remote if there is one', () => {
      const { folder, git, write } = repository();
      git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      write('second.ts');
      git('add', '.');
      git('commit', '--message', 'Not pushed');
      expect(readChanges(folder)).toMatchObject({ branch: 'origin/main', files: ['second.ts'] });
    });

    it('are unknown outside a repository', () => {
      expect(readChanges(temporaryFolder())).toBeNull();
    });
  });
}

/** A repository whose branch main has one commit with first.ts. */
function repository() {
  const folder = temporaryFolder();
  // The settings of the person and of a surrounding repository must not reach it.
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env, stdio: 'pipe' });
  const write = (file: string, text = '') => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  git('init', '--initial-branch', 'main');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.com');
  write('first.ts');
  write('.gitignore', '*.log\n');
  git('add', '.');
  git('commit', '--message', 'First');
  return { folder, git, write };
}
