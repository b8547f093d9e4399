/** A run is a value: Chromium and Node produce equal traces from equal scenarios. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { build } from 'vite';
import { lessons } from '../../src/lessons/lessons.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { hashesOf } from '../support/determinism/hashes.ts';
import { anySchedule, type Schedule } from '../support/schedules.ts';

const SCRIPT = '/determinism.js';
const SEED = 20_261_124;
const RANDOM_SCHEDULES = 100;

/** The simulation as one module, built like the page. */
async function builtSimulation(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, '../support/determinism/hashes.ts'), formats: ['es'] },
    },
  });
  const [built] = Array.isArray(result) ? result : [result];
  if (built === undefined || !('output' in built)) throw new Error('The build is empty.');
  return built.output[0].code;
}

test('equal schedules give equal traces in Node and in Chromium', async ({ page }) => {
  const ofLessons = lessons.map(({ scenario }): Schedule<Scenario> => ({ scenario, commands: [] }));
  const random = fc.sample(anySchedule, { seed: SEED, numRuns: RANDOM_SCHEDULES });
  const schedules = JSON.stringify([...ofLessons, ...random]);
  const body = await builtSimulation();
  await page.route(`**${SCRIPT}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.goto('.');
  const inChromium = await page.evaluate(
    async ([script, text]) => {
      const module: typeof import('../support/determinism/hashes.ts') = await import(script);
      return module.hashesOf(text);
    },
    [SCRIPT, schedules] as const,
  );
  const inNode = hashesOf(schedules);
  expect(new Set(inNode).size).toBeGreaterThan(RANDOM_SCHEDULES / 2);
  expect(inChromium).toEqual(inNode);
});
