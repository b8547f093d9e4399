import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ambientUses, filesTooLong, forbiddenImports, importCycles } from './rules.ts';
import { readSources, type SourceFile } from './sources.ts';

const sources = readSources(join(import.meta.dirname, '../../src'));

/** A synthetic file. */
function file(path: string, text: string): SourceFile {
  return { path, text };
}

describe('the sources', () => {
  it('are found', () => {
    expect(sources.map(({ path }) => path)).toContain('simulation/kernel/kernel.ts');
  });

  it('import in the direction of the layers only, including types', () => {
    expect(forbiddenImports(sources)).toEqual([]);
  });

  it('use no ambient time, randomness or inexact arithmetic in the simulation', () => {
    expect(ambientUses(sources)).toEqual([]);
  });

  it('have no cycles', () => {
    expect(importCycles(sources)).toEqual([]);
  });

  it('are short', () => {
    expect(filesTooLong(sources)).toEqual([]);
  });
});

describe('the checker of imports', () => {
  it.each([
    ['simulation/a.ts', "import { b } from '../trace/b.ts';"],
    ['trace/a.ts', "import type { B } from '../features/b.ts';"],
    ['trace/a.ts', "import { type B } from '../sequence/b.ts';"],
    ['trace/a.ts', "export { b } from '../player/b.ts';"],
    ['trace/a.ts', "export * from '../url/b.ts';"],
    ['trace/a.ts', "export type { B } from '../url/b.ts';"],
    ['sequence/a.ts', "type B = import('../player/b.ts').B;"],
    ['sequence/a.ts', "type B = typeof import('../player/b.ts');"],
    ['player/a.ts', "const b = await import('../url/b.ts');"],
    ['features/a.tsx', "const B = () => <p>{import('../app/b.ts')}</p>;"],
    ['lessons/a.ts', "import type { B } from '../sequence/b.ts';"],
    ['locales/ko/a.ts', "import { b } from '../../features/b.ts';"],
    ['features/a.ts', "import { ko } from '../locales/ko/phrasebook.ts';"],
    ['sequence/a.ts', "import type { Lesson } from '../lessons/lesson.ts';"],
    ['simulation/kernel/a.ts', "import type { MemoryItem } from '../memory.ts';"],
    ['trace/a.ts', "import { b } from '../../tests/support/b.ts';"],
    ['app/a.ts', "import manifest from '../../package.json';"],
    ['app/a.ts', 'const load = (name: string) => import(name);'],
    ['elsewhere/a.ts', "import { b } from './b.ts';"],
    ['url/a.ts', "import type { ReactNode } from 'react';"],
    ['sequence/a.ts', "import { m } from 'framer-motion';"],
    ['trace/a.ts', "import * as m from 'framer-motion/m';"],
    ['player/a.ts', "import { useStore } from 'zustand';"],
    ['player/a.ts', "import { useShallow } from 'zustand/react/shallow';"],
    ['url/a.ts', "import { createStore } from 'zustand/vanilla';"],
    ['locales/a.ts', "import * as v from 'valibot';"],
  ])('reports in %s: %s', (path, text) => {
    expect(forbiddenImports([file(path, text)])).toEqual([expect.stringContaining(`${path} imports `)]);
  });

  it.each([
    ['trace/a.ts', "import { b } from '../simulation/b.ts'; import { c } from './deep/c.ts';"],
    ['lessons/a.ts', "import { defaultTiming } from '../simulation/scenario.ts';"],
    ['simulation/actors/a.ts', "import type { Actor } from '../kernel/actor.ts'; import Q from 'flatqueue';"],
    ['player/a.ts', "import { createStore } from 'zustand/vanilla';"],
    ['url/a.ts', "import * as v from 'valibot'; import { lessons } from '../lessons/lessons.ts';"],
    ['locales/en/a.ts', "import type { ViewText } from '../../features/view-text.ts';"],
    ['locales/ko/a.ts', "import { josa } from 'es-hangul';"],
    ['features/stage/a.tsx', "import { memo } from 'react'; import styles from './a.module.css';"],
    ['app/a.tsx', "const load = () => import('../locales/ko/phrasebook.ts');"],
    ['main.tsx', "import { App } from './app/app.tsx'; import './app/style.css?inline';"],
    ['trace/a.ts', "// import { b } from '../features/b.ts';\nconst b = \"import('../features/b.ts')\";"],
  ])('allows in %s: %s', (path, text) => {
    expect(forbiddenImports([file(path, text)])).toEqual([]);
  });
});

describe('the checker of ambient time and randomness', () => {
  it.each([
    ['const now = Date.now();', 'Date'],
    ['const now = new Date();', 'Date'],
    ['const take = (now: number) => [now, performance];', 'performance'],
    ['setTimeout(() => {}, 1);', 'setTimeout'],
    ['const { setInterval: repeat } = globalThis;', 'globalThis'],
    ['const clock = { performance };', 'performance'],
    ['const draw = Math.random();', 'Math.random'],
    ['const draw = [0].map(Math.random);', 'Math.random'],
    ['const wait = -Math.log(0.5);', 'Math.log'],
    ['const half = Math.pow(2, -1) + Math.floor(1);', 'Math.pow'],
    ["const draw = Math['random']();", 'Math'],
    ['const { random } = Math;', 'Math'],
  ])('reports %s', (text, name) => {
    const path = 'simulation/kernel/a.ts';
    expect(ambientUses([file(path, `// A line.\n${text}`)])).toEqual([`${path}:2 uses ${name}`]);
  });

  it.each([
    '// Not Date.now(), not Math.random().',
    "const words = 'Math.random() and Date';",
    'const low = Math.min(Math.floor(1.5), Math.imul(2, 3));',
    'const profile = { performance: 1, Date: 2 };',
    'export const read = (of: { performance: number }) => of.performance;',
  ])('allows %s', (text) => {
    expect(ambientUses([file('simulation/a.ts', text)])).toEqual([]);
  });

  it('permits clocks in the other layers', () => {
    expect(ambientUses([file('player/a.ts', 'setTimeout(() => {}, 1);')])).toEqual([]);
  });
});

describe('the checker of cycles', () => {
  it('names the files of a cycle, through folders and re-exports', () => {
    const files = [
      file('trace/a.ts', "import { b } from './deep/b.ts';"),
      file('trace/deep/b.ts', "export * from '../c.ts';"),
      file('trace/c.ts', "export const c = () => import('./a.ts');"),
    ];
    expect(importCycles(files)).toEqual(['trace/a.ts -> trace/deep/b.ts -> trace/c.ts -> trace/a.ts']);
  });

  it('ignores types, and two paths to one file', () => {
    const files = [
      file('trace/a.ts', "import { b } from './b.ts'; import { c } from './c.ts';"),
      file('trace/b.ts', "import type { A } from './a.ts'; import { c } from './c.ts';"),
      file('trace/c.ts', 'export const c = 1;'),
    ];
    expect(importCycles(files)).toEqual([]);
  });
});

describe('the checker of lengths', () => {
  it('reports a file of over 400 lines, and an app.tsx of over 80', () => {
    const files = [
      file('features/a.tsx', '\n'.repeat(400)),
      file('features/b.tsx', '\n'.repeat(401)),
      file('app/app.tsx', '\n'.repeat(81)),
    ];
    expect(filesTooLong(files)).toEqual([
      'features/b.tsx has 401 lines, over 400',
      'app/app.tsx has 81 lines, over 80',
    ]);
  });
});
