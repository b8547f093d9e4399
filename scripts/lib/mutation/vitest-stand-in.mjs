/**
 * What tests of pure code import from Vitest, for running them many times in one process: Vitest starts anew for each
 * mutant, which takes longer than almost all tests. The assertions are Vitest's own.
 */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

/**
 * @typedef {object} Test
 * @property {string} id unique
 * @property {() => unknown} run throws, or rejects, when it fails
 */

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** @type {any} */
export const expect = (/** @type {unknown} */ value, /** @type {string} */ message) =>
  chai.expect(value, message);
const globals = /** @type {Record<symbol, object>} */ (/** @type {unknown} */ (globalThis));
Object.assign(expect, chai.expect, globals[ASYMMETRIC_MATCHERS_OBJECT]);
globals[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);

/** @type {Test[]} */
let tests = [];
/** @type {string[]} */
let path = [];

/**
 * @param {readonly (readonly [file: string, load: () => Promise<unknown>])[]} files
 * @returns {Promise<readonly Test[]>} of all files, in order
 */
export async function loadTests(files) {
  tests = [];
  for (const [file, load] of files) {
    path = [file];
    await load();
  }
  return tests;
}

/**
 * @param {string} name
 * @param {() => unknown} run
 */
function addTest(name, run) {
  const id = [...path, name].join(' > ');
  const same = tests.filter((test) => test.id === id || test.id.startsWith(`${id} #`)).length;
  tests.push({ id: same === 0 ? id : `${id} #${same + 1}`, run });
}

/**
 * @param {string} name
 * @param {() => void} define
 */
function addSuite(name, define) {
  path.push(name);
  define();
  path.pop();
}

/**
 * @param {(name: string, run: () => any) => void} add
 * @returns {(table: Iterable<unknown>) => (name: string, run: (...values: any[]) => unknown) => void}
 */
function eachWith(add) {
  return (table) => (name, run) => {
    for (const row of table) add(name, () => (Array.isArray(row) ? run(...row) : run(row)));
  };
}

export const it = Object.assign(addTest, { each: eachWith(addTest) });
export { it as test };
export const describe = Object.assign(addSuite, { each: eachWith(addSuite) });
