/** Puts all mutants into the sources at once, each behind a switch, and bundles them with their tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { bundle } from '../bundle.mjs';
import { root } from '../process.mjs';
import { unmutated, unusedTests } from './tests.mjs';

/**
 * @typedef {object} Mutant
 * @property {number} id
 * @property {string} file from the project's root
 * @property {{ line: number, column: number }} start both from 0
 * @property {{ line: number, column: number }} end
 * @property {string} replacement
 */

/** The project's root has no such file: its text is `testsModule`. */
const ENTRY = 'mutation-tests.ts';
const STAND_IN = join(import.meta.dirname, 'vitest-stand-in.mjs');

const quiet = () => {};
const never = () => false;
/** @type {ConstructorParameters<typeof Instrumenter>[0]} */
const silent = {
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: quiet,
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
};

/** Stryker's names for the two helpers that its instrumented code calls. `worker.mjs` owns the state. */
const HELPERS = `
const mutation = globalThis.mutation;
function stryCov_9fa48(...ids) {
  for (const id of ids) mutation.covered[id] = 1;
}
function stryMutAct_9fa48(id) {
  return mutation.active === id && mutation.hit();
}
`;

/**
 * @param {readonly string[]} folders of the sources, from the project's root; the tests mirror them
 * @param {string} outDir gets the bundle
 * @returns {Promise<{ mutants: readonly Mutant[], tests: string }>} `tests`: the bundle's file
 */
export async function instrument(folders, outDir) {
  const sources = folders.flatMap((folder) => filesIn(folder, '.ts'));
  const files = sources
    .filter((file) => !unmutated.includes(file))
    .map((file) => ({
      name: join(root, file),
      mutate: true,
      content: readFileSync(join(root, file), 'utf8'),
    }));
  const options = { plugins: null, ignorers: [], excludedMutations: [], noHeader: true };
  const instrumented = await new Instrumenter(silent).instrument(files, options);
  const contents = new Map(instrumented.files.map(({ name, content }) => [name, withHelpers(content)]));
  const tests = folders
    .flatMap((folder) => filesIn(folder.replace('src/', 'tests/'), '.test.ts'))
    .filter(isUsed);
  await bundle([ENTRY], outDir, [
    {
      name: 'mutants',
      enforce: 'pre',
      resolveId: (id) => (id === 'vitest' ? STAND_IN : id === join(root, ENTRY) ? id : null),
      load: (id) => (id === join(root, ENTRY) ? testsModule(tests) : (contents.get(id) ?? null)),
    },
  ]);
  const mutants = instrumented.mutants.map(({ id, fileName, location: { start, end }, replacement }) => {
    return { id: Number(id), file: relative(root, fileName), start, end, replacement };
  });
  return { mutants, tests: join(outDir, ENTRY.replace('.ts', '.js')) };
}

/** @param {string} content */
function withHelpers(content) {
  const numbered = content.replaceAll(/stry(?:Cov|MutAct)_9fa48\([\d",\s]+\)/g, (call) =>
    call.replaceAll('"', ''),
  );
  return numbered === content ? content : HELPERS + numbered;
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesIn(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .sort();
}

/**
 * Tests that replace modules or globals need Vitest itself.
 *
 * @param {string} file
 */
function isUsed(file) {
  return !unusedTests.includes(file) && !/\bvi\.\w/.test(readFileSync(join(root, file), 'utf8'));
}

/** @param {readonly string[]} files */
function testsModule(files) {
  const loads = files.map((file) => `[${JSON.stringify(file)}, () => import('./${file}')],`);
  return `import './tests/setup/mutation.ts';
export { loadTests } from 'vitest';
export const files = [${loads.join('\n')}];
`;
}
