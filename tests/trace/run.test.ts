import { expect, test } from 'vitest';
import { runOf } from '../../src/trace/run.ts';
import { wasCutOff } from '../../src/trace/was-cut-off.ts';
import { scenario } from '../support/scenario.ts';

test('reports a truncated run as cut off, and a finished run as whole', () => {
  expect(wasCutOff(runOf(scenario(), [], { eventsMax: 10_000 }))).toBe(false);
  expect(wasCutOff(runOf(scenario(), [], { eventsMax: 50 }))).toBe(true);
});
