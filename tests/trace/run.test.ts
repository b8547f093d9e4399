import { expect, test } from 'vitest';
import { wasCutOff } from '../../src/trace/read-trace.ts';
import { runOf } from '../../src/trace/run.ts';
import { scenario } from '../support/scenario.ts';

test('a run that comes to its end is whole; one that is cut off by a limit says so', () => {
  expect(wasCutOff(runOf(scenario(), [], { eventsMax: 10_000 }))).toBe(false);
  expect(wasCutOff(runOf(scenario(), [], { eventsMax: 50 }))).toBe(true);
});
