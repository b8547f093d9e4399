/** The rules of docs/architecture.md, Layers, as functions. Each returns its violations as text. */
import { posix } from 'node:path';
import { type Import, importsOf, linesOf, membersOf, type SourceFile, stringsOf, usesOf } from './sources.ts';

type Files = readonly SourceFile[];

interface Layer {
  /** The other layers that this one can import. */
  readonly imports: readonly string[];
  /** Layers from which it can import only types. */
  readonly importsTypesOf?: readonly string[];
  /** Modules of those layers from which it can import values as well. */
  readonly importsValuesOf?: readonly string[];
  /** The packages that it can import. Default: all except those of the interface. */
  readonly packages?: readonly string[];
  readonly hasInterface?: boolean;
}

const core = [
  'simulation',
  'trace',
  'lab',
  'sequence',
  'lessons',
  'incidents',
  'challenges',
  'player',
  'url',
];

const layers: Readonly<Record<string, Layer>> = {
  simulation: { imports: [] },
  trace: { imports: ['simulation'] },
  lab: { imports: ['simulation', 'trace'] },
  sequence: { imports: ['simulation', 'trace'] },
  lessons: {
    imports: [],
    importsTypesOf: ['simulation'],
    // A scenario is complete, so that it can be simulated and sent as it is: these fill in what a lesson leaves out.
    importsValuesOf: ['simulation/scenario.ts', 'simulation/transport-scenario.ts', 'simulation/cluster.ts'],
  },
  // An incident is a lesson without scenes.
  incidents: {
    imports: ['lessons'],
    importsTypesOf: ['simulation'],
    importsValuesOf: ['simulation/scenario.ts', 'simulation/cluster.ts', 'simulation/balancer.ts'],
  },
  challenges: {
    imports: ['lessons'],
    importsTypesOf: ['simulation', 'lab'],
    importsValuesOf: ['simulation/scenario.ts', 'simulation/balancer.ts'],
  },
  player: { imports: ['simulation', 'trace', 'sequence', 'lessons'], packages: ['zustand/vanilla'] },
  url: {
    imports: ['simulation', 'trace', 'lab', 'sequence', 'player', 'lessons', 'incidents', 'challenges'],
  },
  ui: { imports: [], hasInterface: true },
  locales: { imports: core, importsTypesOf: ['features'], packages: ['es-hangul'] },
  features: { imports: [...core, 'ui'], hasInterface: true },
  app: { imports: [...core, 'ui', 'locales', 'features'], hasInterface: true },
};

/** Words of a lesson, an incident or a challenge. They contain only text, so that a bundler can keep just their titles. */
const lessonWords = /^(lessons|incidents|challenges)\/[^/]+\/(?!(lesson|incident|challenge)\.ts$)/;

/** Folders of a layer that import nothing else from it. */
const cores = ['simulation/kernel'];

const interfacePackages = /^(react|react-dom|framer-motion|lucide-react|zustand|@base-ui\/react)(\/|$)/;

const LINES_MAX = 400;
const APP_LINES_MAX = 80;

/** Imports against the direction of the layers, including types. */
export function forbiddenImports(files: Files): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((each) => {
      const problem = problemOf(file.path, each);
      return problem === null ? [] : [`${file.path} imports ${each.specifier}: ${problem}`];
    }),
  );
}

function problemOf(path: string, { specifier, isType }: Import): string | null {
  const from = layerOf(path);
  const layer = layers[from];
  if (layer === undefined) return `there is no layer ${from}`;
  if (specifier === null) return 'an import must be a plain string';
  if (!specifier.startsWith('.')) return problemOfPackage(from, layer, specifier);
  const target = resolve(path, specifier);
  if (target.startsWith('..')) return 'this is outside src';
  const core = cores.find((folder) => path.startsWith(`${folder}/`));
  if (core !== undefined && !target.startsWith(`${core}/`)) return `${core} imports nothing but itself`;
  if (lessonWords.test(path) && !isType) return 'the words of a lesson import types alone';
  const to = layerOf(target);
  if (from === 'features' && to === 'features') return problemBetweenFeatures(path, target, isType);
  if (to === from || layer.imports.includes(to) || layer.importsValuesOf?.includes(target)) return null;
  if (layer.importsTypesOf?.includes(to)) return isType ? null : `${from} may import types alone from ${to}`;
  return `${from} may not import ${to}`;
}

/** The one place that knows the texts of all features. */
const ALL_TEXTS = 'features/view-text.ts';
const textsOfFeature = /-(text|words)\.ts$/;

/** A feature imports its own folder, and what lies beside the folders for all of them. */
function problemBetweenFeatures(path: string, target: string, isType: boolean): string | null {
  const to = featureOf(target);
  if (to === null || to === featureOf(path)) return null;
  if (path !== ALL_TEXTS) return 'a feature may not import another: let app put them together';
  return isType && textsOfFeature.test(target) ? null : 'of a feature it may import types of texts alone';
}

/** Null for what is shared by all. */
function featureOf(path: string): string | null {
  const [, folder, file] = path.split('/');
  return file === undefined ? null : (folder ?? null);
}

/** What all features share: thin React bindings. */
export function sharedByFeatures(files: Files): string[] {
  return files.flatMap(({ path }) =>
    path.startsWith('features/') && featureOf(path) === null ? [path] : [],
  );
}

function problemOfPackage(from: string, layer: Layer, specifier: string): string | null {
  if (layer.hasInterface) return null;
  if (layer.packages !== undefined) {
    return layer.packages.includes(specifier) ? null : `${from} may not import this package`;
  }
  return interfacePackages.test(specifier) ? `${from} has no interface` : null;
}

/** The folder below `src`. Files directly in `src` belong to the app. */
function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'app';
}

function resolve(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}

const ambientNames = new Set([
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['requestAnimationFrame', 'crypto', 'Intl', 'globalThis', 'window', 'document', 'process', 'fetch'],
]);

/** Functions with exact results. For the others, engines can differ in the last digits. */
const exactMath = new Set(['abs', 'ceil', 'clz32', 'floor', 'imul', 'max', 'min', 'round', 'sign', 'trunc']);

/** Time, randomness and inexact arithmetic in the simulation. */
export function ambientUses(files: Files): string[] {
  return files
    .filter(({ path }) => layerOf(path) === 'simulation')
    .flatMap((file) =>
      usesOf(file).flatMap(({ name, line }) =>
        isAmbient(name) ? [`${file.path}:${line} uses ${name}`] : [],
      ),
    );
}

function isAmbient(name: string): boolean {
  const [object, member] = name.split('.');
  return object === 'Math' ? !exactMath.has(member ?? '') : ambientNames.has(name);
}

const addressMembers = new Set([
  'location.search',
  'location.hash',
  'globalThis.URLSearchParams',
  'window.URLSearchParams',
]);

const entryMembers = new Set([
  'history.state',
  'history.pushState',
  'history.replaceState',
  'history.back',
  'history.forward',
  'history.go',
]);

/** The one owner of the entries of the browser's history. */
const ENTRIES = 'app/history-entries.ts';

/** Reads and writes of the address outside `url/`, where each query key is one row of a table, and the entries' owner. */
export function addressUses(files: Files): string[] {
  return files
    .filter(({ path }) => layerOf(path) !== 'url' && path !== ENTRIES)
    .flatMap((file) => {
      const names = usesOf(file).filter(({ name }) => name === 'URLSearchParams');
      const members = membersOf(file).filter(
        ({ name }) => addressMembers.has(name) || name.endsWith('.searchParams'),
      );
      return [...names, ...members].map(({ name, line }) => `${file.path}:${line} uses ${name}`);
    });
}

/** Uses of the browser's history outside its one owner. */
export function entryUses(files: Files): string[] {
  return files
    .filter(({ path }) => path !== ENTRIES)
    .flatMap((file) => {
      const members = membersOf(file).filter(({ name }) => entryMembers.has(name));
      const events = stringsOf(file).filter(({ text }) => text === 'popstate');
      return [...members, ...events.map(({ text, line }) => ({ name: text, line }))].map(
        ({ name, line }) => `${file.path}:${line} uses ${name}`,
      );
    });
}

interface Restricted {
  readonly from: string;
  readonly names: readonly string[];
  /** The only modules that may import them. */
  readonly by: readonly string[];
}

/**
 * Functions that make runs, from the kernel up. The last importers, `runForPage` and the lab's `runPoint`, apply a limit of
 * events and are open to all.
 */
const restricted: readonly Restricted[] = [
  { from: 'simulation/kernel/kernel.ts', names: ['run'], by: ['simulation/simulate.ts'] },
  { from: 'simulation/simulate.ts', names: ['simulate', 'record'], by: ['trace/run.ts', 'lab/run-point.ts'] },
  { from: 'trace/run.ts', names: ['eventsOf'], by: ['trace/questions.ts'] },
  { from: 'trace/run.ts', names: ['runOf'], by: ['player/run-for-page.ts'] },
];

/** Imports that would let a module make a run without the page's limit of events. */
export function unlimitedRuns(files: Files): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ specifier, isType, names }) => {
      if (isType || !specifier?.startsWith('.')) return [];
      const target = resolve(file.path, specifier);
      return restricted
        .filter(({ from, by }) => from === target && !by.includes(file.path))
        .flatMap((each) => each.names.filter((name) => names.includes(name) || names.includes('*')))
        .map((name) => `${file.path} imports ${name}: use runForPage of player/run-for-page.ts`);
    }),
  );
}

/** Import cycles, including type-only imports, one line each. */
export function importCycles(files: Files): string[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ specifier }) =>
        specifier?.startsWith('.') ? [resolve(file.path, specifier)] : [],
      ),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (trail.includes(path) || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}

/** What can name a strategy: its own folder; lessons, incidents, challenges and studies, which are data; and locales. */
const namesStrategies = /^(simulation\/strategies|lessons|incidents|challenges|locales)\/|^lab\/studies\.ts$/;

/** String literals that are a strategy's ID, outside the folders that may name one. Other code asks for traits. */
export function strategyIdUses(files: Files, ids: readonly string[]): string[] {
  return files
    .filter(({ path }) => !namesStrategies.test(path))
    .flatMap((file) =>
      stringsOf(file).flatMap(({ text, line }) =>
        ids.includes(text) ? [`${file.path}:${line} names the strategy ${text}`] : [],
      ),
    );
}

/** Most files have under 250 lines; a few are a little longer. */
export function filesTooLong(files: Files): string[] {
  return files.flatMap((file) => {
    const lines = linesOf(file);
    const most = posix.basename(file.path) === 'app.tsx' ? APP_LINES_MAX : LINES_MAX;
    return lines > most ? [`${file.path} has ${lines} lines, over ${most}`] : [];
  });
}
