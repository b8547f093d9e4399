import { expect, test } from 'vitest';
import { runOf, wasCutOff } from '../../src/trace/run.ts';
import { scenario } from '../support/scenario.ts';

test('reports a truncated run as cut off, and a finished run as whole', () => {
  expect(wasCutOff(runOf(scenario(), []))).toBe(false);
  expect(wasCutOff(runOf(scenario(), [], 'essential', { eventsMax: 50 }))).toBe(true);
});
