/**
 * What the simulation makes of each lesson, as the hash of its trace. A change of `golden.json` belongs into a commit
 * that says why lessons run otherwise now: `npx vitest run tests/lessons/golden.test.ts --update` writes it anew.
 */
import { expect, it } from 'vitest';
import { lessons } from '../../src/lessons/lessons.ts';
import { record } from '../../src/simulation/simulate.ts';
import { traceHash } from '../../src/trace/trace-hash.ts';

it('every lesson runs as it always did', async () => {
  const hashes = lessons.map(({ id, scenario }) => [id, traceHash(record(scenario, []))]);
  const text = `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('golden.json');
});
