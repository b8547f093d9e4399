import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, writeQuery } from '../../src/url/query.ts';
import type { QueryKey } from '../../src/url/query-key.ts';
import { queryNames, schema } from '../../src/url/schema.ts';
import { selectKeys } from '../../src/url/select-keys.ts';

const rows = queryNames.map((name) => ({ name, key: schema[name] as QueryKey<unknown> }));
const spellings = rows.flatMap(({ name, key }) => [name, ...(key.aliases ?? [])]);

/** Texts that rows read, and any others. */
const anyValueText = fc.oneof(
  fc.constantFrom(...rows.flatMap(({ key }) => key.choices ?? [])),
  fc.constantFrom('closing', '0', '1', '007', '999', '1000', '__proto__', ''),
  fc.nat(2_000_000).map(String),
  fc.string({ unit: 'binary' }),
);

/** Names that no row has. */
const anyForeignName = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((name) => !spellings.includes(name));

const anyQuery = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...spellings), anyForeignName), anyValueText), { maxLength: 12 })
  .map((fields) => `?${new URLSearchParams(fields)}`);

describe('the row', () => {
  it.each(rows)('$name reads again what it has written', ({ key }) => {
    let values = 0;
    fc.assert(
      fc.property(anyValueText, (text) => {
        const parsed = key.parse(text);
        if ('problem' in parsed) return;
        values += 1;
        expect(key.parse(key.format(parsed.value))).toEqual(parsed);
      }),
      { numRuns: 1_000 },
    );
    expect(values).toBeGreaterThan(0);
  });

  it.each(rows)('$name has each of its choices', ({ key }) => {
    for (const text of key.choices ?? []) expect(key.parse(text)).toEqual({ value: text });
  });

  it.each(rows)('$name stands in docs/using/links.md, with its choices', ({ name, key }) => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/using/links.md'), 'utf8');
    const line = docs.split('\n').find((each) => each.includes(`\`${name}\``)) ?? '';
    expect(line).not.toBe('');
    for (const text of key.choices ?? []) if (name !== 'compare') expect(line).toContain(`\`${text}\``);
    for (const alias of key.aliases ?? []) expect(line).toContain(`\`${alias}\``);
  });
});

describe('reading a query', () => {
  it('never throws: a value that a row does not read is a problem, of which little is said again', () => {
    fc.assert(
      fc.property(fc.oneof(anyQuery, fc.string({ unit: 'binary' })), (search) => {
        const { query, problems } = parseQuery(search);
        for (const name of Object.keys(query)) expect(queryNames).toContain(name);
        expect(JSON.stringify(problems).length).toBeLessThan(queryNames.length * 500);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives each row a value, a problem, or nothing', () => {
    expect(parseQuery('?lesson=x&scene=3&step=4&lang=fr&present&utm=1')).toEqual({
      query: { lesson: 'x', scene: 2, step: 4, present: true },
      problems: [{ kind: 'unknown-language', value: 'fr' }],
    });
  });

  it('takes the present spelling before an older one, and the first of several', () => {
    expect(parseQuery('?beat=3').query).toEqual({ scene: 2 });
    expect(parseQuery('?beat=3&scene=2').query).toEqual({ scene: 1 });
    expect(parseQuery('?step=2&step=3').query).toEqual({ step: 2 });
  });
});

describe('writing a query', () => {
  it('writes what is read, and leaves all other keys as they are', () => {
    fc.assert(
      fc.property(anyQuery, anyQuery, (before, after) => {
        const changes = parseQuery(after).query;
        const written = writeQuery(before, changes);
        const expected = { ...parseQuery(before).query, ...changes };
        expect(parseQuery(written).query).toEqual(expected);
        const foreign = (search: string) =>
          [...new URLSearchParams(search)].filter(([name]) => !spellings.includes(name));
        expect(foreign(written)).toEqual(foreign(before));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes keys out, with their older spellings', () => {
    expect(writeQuery('?beat=3&x=1&scene=2&present', { scene: null, present: false })).toBe('?x=1');
    expect(writeQuery('?step=3', { step: null })).toBe('');
  });

  it('writes a key in its present spelling, and once', () => {
    expect(writeQuery('?beat=3&step=1&step=2', { scene: 'closing', step: 9 })).toBe('?step=9&scene=closing');
    expect(writeQuery('', { theme: 'dark', lesson: 'x' })).toBe('?theme=dark&lesson=x');
  });

  it('does nothing without a change', () => {
    fc.assert(
      fc.property(anyQuery, (search) => {
        expect(String(new URLSearchParams(writeQuery(search, {})))).toBe(String(new URLSearchParams(search)));
      }),
    );
  });
});

describe('who owns a key', () => {
  it.each([
    ['lesson', 'run', true],
    ['strategy', 'run', true],
    ['compare', 'run', true],
    ['scene', 'run', false],
    ['step', 'run', true],
    ['detail', 'run', true],
    ['predict', 'presentation', true],
    ['lang', 'reader', false],
    ['theme', 'reader', false],
    ['present', 'reader', false],
    ['embed', 'presentation', false],
    ['page', 'presentation', false],
    ['entry', 'presentation', false],
    ['presenter', 'presentation', false],
  ] as const)('and whether Share keeps it, is decided for %s: %s, %s', (name, owner, isShared) => {
    expect(schema[name]).toMatchObject({ owner, isShared });
  });

  it('selects keys of a query', () => {
    const { query } = parseQuery('?lesson=clerk&lang=ko&embed&step=2');
    expect(selectKeys(query, ({ owner }) => owner === 'reader')).toEqual({ lang: 'ko' });
    expect(selectKeys(query, ({ isShared }) => isShared)).toEqual({ lesson: 'clerk', step: 2 });
  });
});
