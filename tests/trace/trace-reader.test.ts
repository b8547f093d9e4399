import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import { record } from '../../src/simulation/simulate.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { readTrace } from '../../src/trace/read-trace.ts';
import { TraceReader } from '../../src/trace/trace-reader.ts';
import { anyRun } from '../support/any-run.ts';
import { crash, purchase, scenario, whenAnswered } from '../support/scenario.ts';

/** Where the kernel begins an instant, up to the first event that two traces don't share. */
function sharedInstants(one: readonly ClusterEvent[], other: readonly ClusterEvent[]): number[] {
  const parting = one.findIndex((event, index) => JSON.stringify(event) !== JSON.stringify(other[index]));
  const end = parting < 0 ? one.length : parting;
  return one.flatMap(({ atUs }, index) =>
    index <= end && index > 0 && atUs !== one[index - 1]?.atUs ? [index] : [],
  );
}

describe('a trace that is read in two goes', () => {
  it.each(strategyIds)('can part from a purchase at any instant: %s', (strategy) => {
    const given = scenario({ strategy, script: purchase('laptop').slice(0, 2) });
    const before = record(given, []);
    const events = record(given, [crash('server-1', whenAnswered('client/1'))]);
    const whole = readTrace(events);
    for (const instant of sharedInstants(before, events)) {
      const reader = new TraceReader(readTrace(before));
      reader.readUpTo(instant);
      const { finalSteps } = reader;
      const read = reader.finish(events);
      expect(read).toEqual(whole);
      expect(read.steps.slice(0, finalSteps)).toEqual(whole.steps.slice(0, finalSteps));
    }
  });

  it('has the steps, states and scores of one that is read at once, wherever the other one ended', () => {
    fc.assert(
      fc.property(
        anyRun,
        fc.constantFrom('essential' as const, 'full' as const),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 6 }),
        ({ scenario: random, commands }, detail, stops, kept) => {
          const before = record(random, commands.slice(0, kept));
          const events = record(random, commands);
          const instants = sharedInstants(before, events);
          const reader = new TraceReader(readTrace(before, detail));
          for (const stop of stops.toSorted((one, other) => one - other)) {
            // Most of them close to where the traces part.
            reader.readUpTo(instants[Math.floor(Math.sqrt(stop) * instants.length)] ?? 0);
          }
          expect(reader.finish(events)).toEqual(readTrace(events, detail));
        },
      ),
      { numRuns: 60 },
    );
  });
});
