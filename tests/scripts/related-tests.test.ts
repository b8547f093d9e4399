import { describe, expect, it } from 'vitest';
import { relatedTests } from '../../scripts/lib/related-tests.mjs';

const sources = new Map(
  Object.entries({
    'src/sum.ts': 'export const sum = 1;',
    'src/total.ts': "import { sum } from './sum.ts';",
    'src/page.tsx': "const total = await import('./total.ts'); import './page.css?inline';",
    'src/page.css': '',
    'src/kinds.ts': "import type { Sum } from './sum.ts';\nexport type { Sum } from './sum.ts';",
    'src/lessons/a/lesson.ts': '',
    'src/lessons/all.ts': "const all = import.meta.glob('./*/lesson.ts');",
    'scripts/start.mjs': "import './lib/port.mjs';",
    'scripts/lib/port.mjs': '',
    'tests/sum.test.ts': "import { sum } from '../src/sum.ts';",
    'tests/total.test.ts': "import { total } from '../src/total.ts';",
    'tests/page.test.tsx': "import { Page } from '../src/page.tsx';",
    'tests/kinds.test.ts': "import { kind } from '../src/kinds.ts';",
    'tests/lessons.test.ts': "import { lessons } from '../src/lessons/all.ts';",
    'tests/start.test.ts': "spawn(process.execPath, ['scripts/start.mjs']);",
    'tests/architecture/layers.test.ts': "const sources = read(join(import.meta.dirname, '../../src'));",
  }),
);
const related = (...changed: string[]) => Object.fromEntries(relatedTests(sources, changed));

describe('the tests that a change touches', () => {
  it('are those that import a changed file over any number of steps, nearest first', () => {
    const tests = relatedTests(sources, ['src/sum.ts']);
    expect([...tests]).toEqual([
      ['tests/sum.test.ts', 1],
      ['tests/architecture/layers.test.ts', 1],
      ['tests/total.test.ts', 2],
      ['tests/page.test.tsx', 3],
    ]);
  });

  it('include a test that changed itself', () => {
    expect(related('tests/sum.test.ts')).toEqual({ 'tests/sum.test.ts': 0 });
  });

  it('do not include those that import only a type', () => {
    expect(related('src/sum.ts')).not.toHaveProperty('tests/kinds.test.ts');
  });

  it('include those that find the file with a pattern', () => {
    expect(related('src/lessons/a/lesson.ts')).toHaveProperty('tests/lessons.test.ts', 2);
  });

  it('include those that start the changed script or read the folder of the changed file', () => {
    expect(related('scripts/lib/port.mjs')).toEqual({ 'tests/start.test.ts': 2 });
    expect(related('src/page.css')).toEqual({
      'tests/page.test.tsx': 2,
      'tests/architecture/layers.test.ts': 1,
    });
  });

  it('are none for a document or a deleted file', () => {
    expect(related('README.md', 'src/deleted.ts')).toEqual({});
  });

  it.each(['vite.config.ts', 'package-lock.json'])('are all for %s', (file) => {
    expect(Object.keys(related(file))).toHaveLength(7);
  });

  it('come before all others if the change touches all of them', () => {
    expect(Object.keys(related('package-lock.json', 'src/total.ts')).slice(0, 3).sort()).toEqual([
      'tests/architecture/layers.test.ts',
      'tests/page.test.tsx',
      'tests/total.test.ts',
    ]);
  });
});
