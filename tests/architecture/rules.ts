/** The rules of docs/architecture.md, Layers, as functions. Each returns its violations as text. */
import { posix } from 'node:path';
import { type Import, importsOf, linesOf, type SourceFile, usesOf } from './sources.ts';

type Files = readonly SourceFile[];

interface Layer {
  /** The other layers that this one can import. */
  readonly imports: readonly string[];
  /** Layers from which it can import only types. */
  readonly importsTypesOf?: readonly string[];
  /** The packages that it can import. Default: all except those of the interface. */
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

/** Import cycles at run time, one line each. */
export function importCycles(files: Files): string[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ specifier, isType }) =>
        specifier?.startsWith('.') && !isType ? [resolve(file.path, specifier)] : [],
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

/** Most files have under 250 lines; a few are a little longer. */
export function filesTooLong(files: Files): string[] {
  return files.flatMap((file) => {
    const lines = linesOf(file);
    const most = posix.basename(file.path) === 'app.tsx' ? APP_LINES_MAX : LINES_MAX;
    return lines > most ? [`${file.path} has ${lines} lines, over ${most}`] : [];
  });
}
