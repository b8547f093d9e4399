import { expect, test } from 'vitest';
import { wasCutOff } from '../../src/trace/read-trace.ts';
import { runOf } from '../../src/trace/run.ts';
import { scenario } from '../support/scenario.ts';

test('reports a truncated run as cut off, and a finished run as whole', () => {
  expect(wasCutOff(runOf(scenario(), [], { eventsMax: 10_000 }))).toBe(false);
  expect(wasCutOff(runOf(scenario(), [], { eventsMax: 50 }))).toBe(true);
});
