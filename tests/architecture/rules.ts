/** The rules of docs/architecture.md, Layers, as functions. Each returns the violations in words. */
import { posix } from 'node:path';
import { type Import, importsOf, linesOf, type SourceFile, usesOf } from './sources.ts';

type Files = readonly SourceFile[];

interface Layer {
  /** The other layers that this one may import. */
  readonly imports: readonly string[];
  /** The layers of which it may import types alone. */
  readonly importsTypesOf?: readonly string[];
  /** The packages it may import; any but those of the interface when left out. */
  readonly packages?: readonly string[];
  readonly hasInterface?: boolean;
}

const core = ['simulation', 'trace', 'sequence', 'lessons', 'player', 'url'];

const layers: Readonly<Record<string, Layer>> = {
  simulation: { imports: [] },
  trace: { imports: ['simulation'] },
  sequence: { imports: ['simulation', 'trace'] },
  lessons: { imports: ['simulation'] },
  player: { imports: ['simulation', 'trace', 'sequence', 'lessons'], packages: ['zustand/vanilla'] },
  url: { imports: ['simulation', 'trace', 'sequence', 'player', 'lessons'] },
  ui: { imports: ['sequence', 'url', 'features'], hasInterface: true },
  locales: { imports: core, importsTypesOf: ['features'], packages: ['es-hangul'] },
  features: { imports: [...core, 'ui'], hasInterface: true },
  app: { imports: [...core, 'ui', 'locales', 'features'], hasInterface: true },
};

/** The words of a lesson: text and nothing that runs, so that a bundler can keep their titles alone. */
const lessonWords = /^lessons\/[^/]+\/(?!lesson\.ts$)/;

/** Folders of a layer that import nothing else of it. */
const cores = ['simulation/kernel'];

const interfacePackages = /^(react|react-dom|framer-motion|lucide-react|zustand|@base-ui\/react)(\/|$)/;

const LINES_MAX = 400;
const APP_LINES_MAX = 80;

/** Imports against the arrows between the layers, types included. */
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
  if (to === from || layer.imports.includes(to)) return null;
  if (layer.importsTypesOf?.includes(to)) return isType ? null : `${from} may import types alone from ${to}`;
  return `${from} may not import ${to}`;
}

function problemOfPackage(from: string, layer: Layer, specifier: string): string | null {
  if (layer.hasInterface) return null;
  if (layer.packages !== undefined) {
    return layer.packages.includes(specifier) ? null : `${from} may not import this package`;
  }
  return interfacePackages.test(specifier) ? `${from} has no interface` : null;
}

/** The folder below `src`; what lies in `src` itself starts the app. */
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

/** What every engine computes alike; of the others two engines may give different last digits. */
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

/** Files that need each other, be it for types alone, one line a cycle. */
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

/** Files are mostly under 250 lines; some are a little longer, and none is much. */
export function filesTooLong(files: Files): string[] {
  return files.flatMap((file) => {
    const lines = linesOf(file);
    const most = posix.basename(file.path) === 'app.tsx' ? APP_LINES_MAX : LINES_MAX;
    return lines > most ? [`${file.path} has ${lines} lines, over ${most}`] : [];
  });
}
