import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { divergenceOf, outcomesOf } from '../../src/trace/outcomes.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario } from '../support/runs.ts';
import { crash, scenario, whenAnswered, whenArrived } from '../support/scenario.ts';

const crashed = [crash('server-1', whenAnswered('client/1'))];
const under = (strategy: StrategyId) => runOf(scenario({ strategy }), crashed);

describe('where two runs diverge', () => {
  it('is the first request that one server can answer and the other cannot', () => {
    const divergence = divergenceOf(under('server-memory'), under('client-state'));
    expect(divergence).toMatchObject({
      request: 'client/2',
      outcome: { kind: 'heard', verdict: 'asked-again' },
      otherOutcome: { kind: 'heard', verdict: 'answered', meaning: { kind: 'total', totalWon: 2_000_000 } },
    });
  });

  it('is nowhere when no session is lost', () => {
    expect(divergenceOf(under('shared-store'), under('client-state'))).toBeUndefined();
  });

  it('is nowhere between a run and itself, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        expect(divergenceOf(runOf(random, commands), runOf(random, commands))).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

describe('the outcome of a request', () => {
  it('exists once for each settled request, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const run = runOf(random, commands);
        const settled = run.events.flatMap((event) =>
          event.kind === 'request-settled' ? event.request : [],
        );
        expect([...outcomesOf(run).keys()]).toEqual(settled);
      }),
      { numRuns: 50 },
    );
  });

  it('is a failure when the server crashed during the work', () => {
    const run = runOf(scenario(), [crash('server-1', whenArrived('client/2', 1))]);
    expect(outcomesOf(run).get('client/2')).toMatchObject({ kind: 'heard', verdict: 'failed' });
  });
});
