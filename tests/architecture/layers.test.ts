import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import {
  addressUses,
  ambientUses,
  entryUses,
  filesTooLong,
  forbiddenImports,
  importCycles,
  sharedByFeatures,
  strategyIdUses,
  unlimitedRuns,
} from './rules.ts';
import { readSources, readStyles, type SourceFile } from './sources.ts';

const folder = join(import.meta.dirname, '../../src');
const sources = readSources(folder);
const styles = readStyles(folder);

/** A synthetic file. */
function file(path: string, text: string): SourceFile {
  return { path, text };
}

describe('the sources', () => {
  it('are found', () => {
    expect(sources.map(({ path }) => path)).toContain('simulation/kernel/kernel.ts');
    expect(styles.map(({ path }) => path)).toContain('features/stage/heads.module.css');
  });

  it('import in the direction of the layers only, including types', () => {
    expect(forbiddenImports([...sources, ...styles])).toEqual([]);
  });

  it('share little among the features', () => {
    expect(sharedByFeatures(sources).length).toBeLessThanOrEqual(10);
  });

  it('make every run with the page’s limit of events', () => {
    expect(unlimitedRuns(sources)).toEqual([]);
  });

  it('use no ambient time, randomness or inexact arithmetic in the simulation', () => {
    expect(ambientUses(sources)).toEqual([]);
  });

  it('read and write addresses in one place', () => {
    expect(addressUses(sources)).toEqual([]);
  });

  it('leave the browser’s history to one owner', () => {
    expect(entryUses(sources)).toEqual([]);
  });

  it('have no cycles', () => {
    expect(importCycles(sources)).toEqual([]);
  });

  it('compare no strategy IDs outside the files of strategies', () => {
    expect(strategyIdUses(sources, strategyIds)).toEqual([]);
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
    ['lessons/a.ts', "import { simulate } from '../simulation/simulate.ts';"],
    ['lessons/a.ts', "import { type B, c } from '../simulation/b.ts';"],
    ['ui/a.tsx', "import type { B } from '../sequence/b.ts';"],
    ['ui/a.tsx', "import { useText } from '../features/text-context.ts';"],
    ['ui/a.tsx', "import type { Problem } from '../url/problem.ts';"],
    ['ui/a.tsx', "import styles from '../features/playback/b.module.css';"],
    ['ui/a.module.css', ".a { composes: b from '../features/playback/b.module.css'; }"],
    ['url/a.ts', "import type { B } from '../features/quiz/b.ts';"],
    ['url/a.ts', "import { b } from '../features/b.ts';"],
    ['features/stage/a.tsx', "import { B } from '../quiz/b.tsx';"],
    ['features/stage/a.tsx', "import type { B } from '../quiz/b-text.ts';"],
    ['features/stage/a.tsx', "import { B } from '../quiz/deep/b.tsx';"],
    ['features/stage/deep/a.tsx', "const b = () => import('../../quiz/b.tsx');"],
    ['features/stage/a.tsx', "import styles from '../quiz/b.module.css';"],
    ['features/stage/a.module.css', '@import "../quiz/b.module.css";'],
    ['features/a-context.ts', "import type { B } from './quiz/b-text.ts';"],
    ['features/view-text.ts', "import { bText } from './quiz/b-text.ts';"],
    ['features/view-text.ts', "import type { B } from './quiz/b.ts';"],
    ['features/stage/a.tsx', "import type { Language } from '../../locales/languages.ts';"],
    ['locales/ko/a.ts', "import { b } from '../../features/b.ts';"],
    ['features/a.ts', "import { ko } from '../locales/ko/phrasebook.ts';"],
    ['sequence/a.ts', "import type { Lesson } from '../lessons/lesson.ts';"],
    ['simulation/kernel/a.ts', "import type { MemoryItem } from '../memory.ts';"],
    ['lessons/b/en.ts', "import { b } from './lesson.ts';"],
    ['trace/a.ts', "const all = import.meta.glob<B>('../player/*.ts', { eager: true });"],
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
    ['lessons/a.ts', "import { clusterScenario } from '../simulation/scenario.ts';"],
    ['lessons/a.ts', "import type { StrategyId } from '../simulation/strategies/session-strategy.ts';"],
    ['simulation/actors/a.ts', "import type { Actor } from '../kernel/actor.ts'; import Q from 'flatqueue';"],
    ['player/a.ts', "import { createStore } from 'zustand/vanilla';"],
    ['url/a.ts', "import * as v from 'valibot'; import { lessons } from '../lessons/lessons.ts';"],
    ['locales/en/a.ts', "import type { ViewText } from '../../features/view-text.ts';"],
    ['locales/ko/a.ts', "import { josa } from 'es-hangul';"],
    ['locales/ko/a.ts', "const words = import.meta.glob('../../lessons/*/ko.ts');"],
    ['lessons/b/en.ts', "import type { WordsOf } from '../lesson-words.ts';"],
    ['features/stage/a.tsx', "import { memo } from 'react'; import styles from './a.module.css';"],
    [
      'features/stage/deep/a.tsx',
      "import { useText } from '../../text-context.ts'; import { b } from '../b.ts';",
    ],
    [
      'features/view-text.ts',
      "import type { B } from './quiz/b-text.ts'; import type { C } from './c/c-words.ts';",
    ],
    [
      'features/stage/a.module.css',
      '/* @import "../quiz/b.css"; */ .a { composes: b from "./b.module.css"; }',
    ],
    ['ui/a.tsx', "import { b } from './deep/b.ts'; import { X } from 'lucide-react';"],
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

describe('the checker of addresses', () => {
  it.each([
    ["const query = new URLSearchParams('');", 'URLSearchParams'],
    ['const { size } = new globalThis.URLSearchParams();', 'globalThis.URLSearchParams'],
    ["const lesson = new URL('x').searchParams.get('lesson');", 'URL.searchParams'],
    ['const search = location.search;', 'location.search'],
    ['const hash = window.location.hash;', 'location.hash'],
  ])('reports %s', (text, name) => {
    expect(addressUses([file('features/a.ts', `// A line.\n${text}`)])).toEqual([
      `features/a.ts:2 uses ${name}`,
    ]);
    expect(addressUses([file('url/a.ts', text), file('app/history-entries.ts', text)])).toEqual([]);
  });

  it.each(['location.reload();', 'const { all } = history;', 'const a = location.href;', 'history.back();'])(
    'allows %s',
    (text) => {
      expect(addressUses([file('features/a.ts', text)])).toEqual([]);
    },
  );
});

describe('the checker of history entries', () => {
  it.each([
    ["history.pushState(null, '', '?a');", 'history.pushState'],
    ["window.history.replaceState(null, '', '?a');", 'history.replaceState'],
    ['history.back();', 'history.back'],
    ['const { work } = history.state;', 'history.state'],
    ["window.addEventListener('popstate', () => {});", 'popstate'],
  ])('reports %s', (text, name) => {
    expect(entryUses([file('url/a.ts', text)])).toEqual([`url/a.ts:1 uses ${name}`]);
    expect(entryUses([file('app/history-entries.ts', text)])).toEqual([]);
  });
});

describe('the checker of runs', () => {
  it.each([
    ['features/a.ts', "import { runOf } from '../trace/run.ts';", 'runOf'],
    ['player/a.ts', "import { type Run, runOf as make } from '../trace/run.ts';", 'runOf'],
    ['player/a.ts', "export { eventsOf } from '../trace/run.ts';", 'eventsOf'],
    ['trace/a.ts', "import { simulate } from '../simulation/simulate.ts';", 'simulate'],
    ['trace/a.ts', "import { record } from '../simulation/simulate.ts';", 'record'],
    ['simulation/a.ts', "import { run } from './kernel/kernel.ts';", 'run'],
    ['app/a.ts', "import * as kernel from '../simulation/kernel/kernel.ts';", 'run'],
    ['app/a.ts', "const load = () => import('../simulation/kernel/kernel.ts');", 'run'],
  ])('reports in %s: %s', (path, text, name) => {
    expect(unlimitedRuns([file(path, text)])).toEqual([
      `${path} imports ${name}: use runForPage of player/run-for-page.ts`,
    ]);
  });

  it.each([
    ['player/run-for-page.ts', "import { runOf } from '../trace/run.ts';"],
    ['trace/run.ts', "import { simulate } from '../simulation/simulate.ts';"],
    ['features/a.ts', "import type { Run } from '../trace/run.ts';"],
    ['features/a.ts', "import { wasCutOff } from '../trace/run.ts';"],
    ['features/a.ts', "import { runForPage } from '../player/run-for-page.ts';"],
  ])('allows in %s: %s', (path, text) => {
    expect(unlimitedRuns([file(path, text)])).toEqual([]);
  });
});

describe('the checker of what features share', () => {
  it('counts what lies beside their folders', () => {
    const paths = ['features/a-context.ts', 'features/stage/b.tsx', 'ui/c.ts'];
    expect(sharedByFeatures(paths.map((path) => file(path, '')))).toEqual(['features/a-context.ts']);
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

  it.each([
    "import type { A } from './a.ts';",
    "import { type A } from './a.ts';",
    "export type { A } from './a.ts';",
    "type A = import('./a.ts').A;",
  ])('counts imports of types alone: %s', (text) => {
    const files = [file('trace/a.ts', "import type { B } from './b.ts';"), file('trace/b.ts', text)];
    expect(importCycles(files)).toEqual(['trace/a.ts -> trace/b.ts -> trace/a.ts']);
  });

  it('allows two paths to one file', () => {
    const files = [
      file('trace/a.ts', "import { b } from './b.ts'; import { c } from './c.ts';"),
      file('trace/b.ts', "import { c } from './c.ts';"),
      file('trace/c.ts', 'export const c = 1;'),
    ];
    expect(importCycles(files)).toEqual([]);
  });
});

describe('the checker of strategy IDs', () => {
  it('reports a literal wherever code could compare it', () => {
    const files = [
      file('trace/a.ts', "// sticky\nif (id === 'sticky') b();"),
      file('features/b.tsx', 'const C = () => <p data-is="sticky" />;'),
      file('simulation/strategies/sticky/descriptor.ts', "const id = 'sticky';"),
    ];
    expect(strategyIdUses(files, ['sticky'])).toEqual([
      'trace/a.ts:2 names the strategy sticky',
      'features/b.tsx:1 names the strategy sticky',
    ]);
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
