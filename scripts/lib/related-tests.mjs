/** Finds the unit tests that a change touches, by the paths that files write in quotes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Imports, dynamic imports, patterns of `import.meta.glob`, and files that a test reads or starts. */
const QUOTED_PATH = /(['"`])((?:\.{1,2}\/|[\w-]+\/)[^'"`\n]*)\1/g;
/** A type import is gone at run time, so it can't change a test's result. */
const TYPE_IMPORT = /\b(?:import|export)\s+type\b[^;'"]*['"][^'"]+['"]/g;
const SOURCE_FILE = /\.(?:tsx?|mjs|css|json)$/;
const TEST_FILE = /\.test\.tsx?$/;
const FOLDERS = ['src', 'tests', 'scripts'];
/** These affect every test, without an import. */
const USED_EVERYWHERE = ['package-lock.json', 'vite.config.ts'];

/**
 * Path (from the root, with slashes) to text.
 *
 * @typedef {ReadonlyMap<string, string>} Sources
 */

/**
 * @param {string} root
 * @returns {Sources}
 */
export function readSources(root) {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  );
  return new Map(
    paths
      .filter((path) => SOURCE_FILE.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

/**
 * The tests that depend on a changed file, nearest first.
 *
 * @param {Sources} sources
 * @param {readonly string[]} changed
 * @returns {Map<string, number>} test file to its distance: 0 if it changed itself, 1 if it imports a changed file
 */
export function relatedTests(sources, changed) {
  const dependents = dependentsOf(sources);
  const distances = new Map(changed.filter((path) => sources.has(path)).map((path) => [path, 0]));
  // A Map is iterated in the order of insertion, and so breadth first.
  for (const [path, distance] of distances) {
    for (const dependent of dependents.get(path) ?? []) {
      if (!distances.has(dependent)) distances.set(dependent, distance + 1);
    }
  }
  if (changed.some((path) => USED_EVERYWHERE.includes(path))) {
    const far = Math.max(0, ...distances.values()) + 1;
    for (const path of sources.keys()) if (!distances.has(path)) distances.set(path, far);
  }
  return new Map([...distances].filter(([path]) => TEST_FILE.test(path)));
}

/**
 * @param {Sources} sources
 * @returns {Map<string, string[]>} file to the files that name it
 */
function dependentsOf(sources) {
  /** @type {Map<string, string[]>} */
  const dependents = new Map();
  for (const [path, text] of sources) {
    for (const named of filesNamedIn(path, text, sources)) {
      dependents.set(named, [...(dependents.get(named) ?? []), path]);
    }
  }
  return dependents;
}

/**
 * @param {string} path
 * @param {string} text
 * @param {Sources} sources
 * @returns {Set<string>}
 */
function filesNamedIn(path, text, sources) {
  const named = new Set();
  for (const [, , written = ''] of text.replace(TYPE_IMPORT, '').matchAll(QUOTED_PATH)) {
    const withoutQuery = written.replace(/\?.*$/, '');
    const isRelative = withoutQuery.startsWith('.');
    const target = isRelative ? posix.join(posix.dirname(path), withoutQuery) : withoutQuery;
    if (sources.has(target)) named.add(target);
    // A folder or a pattern, as in a test that reads all sources.
    else if (isRelative && SOURCE_FOLDER.test(target))
      for (const each of filesIn(target, sources)) named.add(each);
  }
  return named;
}

const SOURCE_FOLDER = new RegExp(`^(?:${FOLDERS.join('|')})(?:/|$)`);

/**
 * @param {string} pattern a folder, or a path with `*` and `**`
 * @param {Sources} sources
 */
function filesIn(pattern, sources) {
  const isPattern = pattern.includes('*');
  const expression = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  const matches = isPattern ? new RegExp(`^${expression}$`) : new RegExp(`^${expression}/`);
  return [...sources.keys()].filter((path) => matches.test(path));
}
