/** Explaining a step takes passes over the events before it, and not a pass for each of them. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { isClient } from '../../src/simulation/cluster.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { whyOf } from '../../src/trace/why.ts';
import { runOf } from '../support/run-of.ts';
import { scripted } from '../support/scenario.ts';
import { logIn } from '../support/token-runs.ts';
import { counted } from '../support/work.ts';

const add: Line = { kind: 'add-to-cart', product: 'laptop' };

describe.each(strategyIds)('under %s, the explanation of a response', (strategy) => {
  it('takes work in proportion to the run, and not to its square', () => {
    const [once, twice] = [100, 200].map((requests) => {
      const run = runOf(scripted([logIn, ...Array.from({ length: requests }, () => add)], { strategy }), []);
      const response = run.steps.findLastIndex((step) => step.kind === 'message' && isClient(step.to));
      const events = counted(run.events);
      whyOf({ ...run, events: events.value }, response);
      return events.reads();
    });
    expect(once).toBeGreaterThan(0);
    expect(twice).toBeLessThan(3 * (once ?? 0));
  });
});
