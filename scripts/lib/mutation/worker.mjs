/** The process that runs tests: first all of them once, and then for each mutant those that reach it. */

/**
 * @typedef {{ kind: 'cover' } | { kind: 'try', mutant: number, tests: readonly string[] }} Order
 *
 * @typedef {object} Covered
 * @property {'covered'} kind
 * @property {string} test
 * @property {number} ms of the processor
 * @property {readonly number[]} mutants that the test reaches
 * @property {boolean} passed
 *
 * @typedef {{ kind: 'loaded', mutants: readonly number[] }} Loaded The mutants that loading the modules reaches.
 * @typedef {{ kind: 'all-covered' }} AllCovered
 *
 * @typedef {object} Tried
 * @property {'tried'} kind
 * @property {string | null} killer the test that failed; null if all passed
 * @property {boolean} isTainted The killer fails without the mutant as well: the mutant has left its mark in a module.
 *
 * @typedef {Loaded | Covered | AllCovered | Tried} Told
 */

const MUTANTS_MAX = 100_000;
/** A mutant that is reached this often is an endless loop. */
const HITS_MAX = 3_000_000;

const state = {
  /** The mutant that is switched on. */
  active: -1,
  hits: 0,
  covered: new Uint8Array(MUTANTS_MAX),
  hit() {
    this.hits += 1;
    if (this.hits > HITS_MAX) throw new Error('The mutant is an endless loop.');
    return true;
  },
};
Object.assign(globalThis, { mutation: state });

const [bundle] = process.argv.slice(2);
const { files, loadTests } = await import(String(bundle));
/** @type {readonly import('./vitest-stand-in.mjs').Test[]} */
const tests = await loadTests(files);
const runs = new Map(tests.map(({ id, run }) => [id, run]));
process.on('message', (/** @type {Order} */ order) => {
  void (order.kind === 'cover' ? cover() : attempt(order.mutant, order.tests));
});
tell({ kind: 'loaded', mutants: takeCovered() });

async function cover() {
  for (const { id } of tests) {
    const before = process.cpuUsage();
    const passed = await passes(id);
    const ms = process.cpuUsage(before).user / 1_000;
    tell({ kind: 'covered', test: id, ms, mutants: takeCovered(), passed });
  }
  tell({ kind: 'all-covered' });
}

/**
 * @param {number} mutant
 * @param {readonly string[]} ids
 */
async function attempt(mutant, ids) {
  state.active = mutant;
  state.hits = 0;
  /** @type {string | null} */
  let killer = null;
  for (const id of ids) {
    if (await passes(id)) continue;
    killer = id;
    break;
  }
  state.active = -1;
  tell({ kind: 'tried', killer, isTainted: killer !== null && !(await passes(killer)) });
}

/** @param {string} id */
async function passes(id) {
  try {
    await runs.get(id)?.();
    return true;
  } catch {
    return false;
  }
}

function takeCovered() {
  const ids = [...state.covered.keys()].filter((id) => state.covered[id] === 1);
  state.covered.fill(0);
  return ids;
}

/** @param {Told} told */
function tell(told) {
  process.send?.(told);
}
