/** Versions that are written in several files, which no tool compares. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSupportedNode } from '../../scripts/lib/install.mjs';
import { stages } from '../../scripts/lib/stages.mjs';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
const { version, scripts } = JSON.parse(read('package.json'));

it('the lock file and the changelog have the version of package.json', () => {
  const lock = JSON.parse(read('package-lock.json'));
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  const releases = [...read('CHANGELOG.md').matchAll(/^## \[(\d.*)\] - \d{4}-\d\d-\d\d$/gm)];
  expect(releases[0]?.[1]).toBe(version);
});

it('.nvmrc names a supported version of Node', () => {
  expect(isSupportedNode(`${read('.nvmrc').trim()}.99.0`)).toBe(true);
});

it('the CI workflow runs .ci/run on Node 20, 22 and 24', () => {
  const workflow = read('.github/workflows/ci.yml');
  expect(workflow).toContain('node: [20, 22, 24]');
  expect(workflow).toContain('run: bash .ci/run all');
  expect(read('.ci/run')).toContain('exec npm test -- "$@"');
});

it('every script that npm runs with Node exists', () => {
  const files = Object.values<string>(scripts).flatMap((script) => /^node (\S+)$/.exec(script)?.[1] ?? []);
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) expect(read(file)).not.toBe('');
});

it('every stage has a name and a title of its own, and comes after the stage that it needs', () => {
  const names = stages.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(stages.map(({ title }) => title)).size).toBe(names.length);
  for (const [index, { needs }] of stages.entries()) {
    if (needs !== undefined) expect(names.slice(0, index)).toContain(needs);
  }
});
