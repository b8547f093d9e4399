/** The list of test helpers is complete, so that a helper is found before it's written again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;
const list = readFileSync(join(folder, 'README.md'), 'utf8');
const named = [...list.matchAll(/`([\w./-]+\.(?:ts|tsx|mjs))`/g)].map(([, file = '']) => file);

test('every helper is listed', () => {
  const helpers = readdirSync(folder).filter((file) => /(?<!\.test)\.(?:ts|tsx|mjs)$/.test(file));
  expect(helpers.filter((file) => !named.includes(file))).toEqual([]);
});

test('every listed helper exists', () => {
  const exists = (file: string) =>
    [folder, join(folder, 'invariants'), join(folder, '../..')].some((each) => existsSync(join(each, file)));
  expect(named.filter((file) => !exists(file))).toEqual([]);
});
