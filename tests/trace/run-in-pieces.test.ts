/** A run that is simulated and read in pieces is the run that is made at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterDomain, Command } from '../../src/simulation/cluster.ts';
import { runInPieces as simulatePieces } from '../../src/simulation/kernel/kernel.ts';
import type { RunLimits } from '../../src/simulation/kernel/run-options.ts';
import { RecordingSink } from '../../src/simulation/kernel/sinks.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { runOptionsOf, simulate } from '../../src/simulation/simulate.ts';
import { readTrace, readTraceInPieces } from '../../src/trace/read-trace.ts';
import { runInPieces, runOf } from '../../src/trace/run.ts';
import { anyLimits, anyRun } from '../support/any-run.ts';
import { linesOf, purchase, scripted } from '../support/scenario.ts';

/** @returns The events, and how many there were after each piece. */
function piecesOf(from: Scenario, commands: readonly Command[], limits: Partial<RunLimits>, inputs: number) {
  const sink = new RecordingSink<ClusterDomain>();
  const ends: number[] = [];
  for (const _ of simulatePieces(runOptionsOf(from, commands, sink, limits), inputs)) {
    ends.push(sink.events.length);
  }
  return { events: sink.events, ends };
}

/** The value with which it ends, and its number of pauses. */
function ended<Result>(work: Generator<void, Result>): { readonly result: Result; readonly pauses: number } {
  for (let pauses = 0; ; pauses += 1) {
    const piece = work.next();
    if (piece.done) return { result: piece.value, pauses };
  }
}

describe('a run in pieces', () => {
  it('has the same events, steps, states and scores, however small its pieces are', () => {
    let pauses = 0;
    fc.assert(
      fc.property(
        anyRun,
        anyLimits,
        fc.constantFrom('essential' as const, 'full' as const),
        fc.integer({ min: 1, max: 60 }),
        ({ scenario: from, commands }, limits, detail, inputs) => {
          const whole = simulate(from, commands, new RecordingSink<ClusterDomain>(), limits).events;
          const { events, ends } = piecesOf(from, commands, limits, inputs);
          expect(events).toEqual(whole);
          pauses += ends.length;
          expect(ended(readTraceInPieces(events, detail, ends)).result).toEqual(readTrace(whole, detail));
        },
      ),
      { numRuns: 60 },
    );
    expect(pauses).toBeGreaterThan(60);
  });

  it('pauses in a long run as often as a page needs it', () => {
    const long = scripted(linesOf(purchase('laptop')), { client: { repeats: 40 } });
    const { result, pauses } = ended(runInPieces(long, [], { eventsMax: 100_000 }));
    const whole = runOf(long, [], { eventsMax: 100_000 });
    expect(result).toEqual(whole);
    // A piece is at most 500 inputs or 50 steps.
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(whole.steps.length / 50));
  });
});
