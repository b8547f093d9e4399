import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterDomain, ClusterEvent, Command } from '../../src/simulation/cluster.ts';
import type { RunLimits } from '../../src/simulation/kernel/run-options.ts';
import { RecordingSink } from '../../src/simulation/kernel/sinks.ts';
import { PausedSimulation } from '../../src/simulation/paused-simulation.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { record, simulate } from '../../src/simulation/simulate.ts';
import { LandmarkClock } from '../../src/trace/landmark-clock.ts';
import { anyLimits, anyRun } from '../support/any-run.ts';
import { crash, restart, scenario, whenAnswered, whenSent } from '../support/scenario.ts';

const anyShare = fc.double({ min: 0, max: 0.999, noNaN: true });

function at<Item>(items: readonly Item[], share: number): Item {
  return items[Math.floor(share * items.length)] as Item;
}

function recordWithin(from: Scenario, commands: readonly Command[], limits: Partial<RunLimits>) {
  return simulate(from, commands, new RecordingSink<ClusterDomain>(), limits).events;
}

describe('a paused simulation', () => {
  it('goes on as if it had begun with its commands, wherever it was paused, and with any commands', () => {
    let continued = 0;
    fc.assert(
      fc.property(
        anyRun,
        anyLimits,
        fc.tuple(anyShare, anyShare, anyShare),
        fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.boolean()),
        ({ scenario: from, commands }, limits, [pause, stop, place], [given, kept, isMoved]) => {
          const old = commands.slice(0, given);
          const before = recordWithin(from, old, limits);
          const pauseUs = at(before, pause).atUs;
          const paused = new PausedSimulation(from, old, limits);
          paused.advance(Math.floor(stop * pauseUs));
          paused.advance(pauseUs);
          // Fewer commands than there were, or more, and one of them at any event of the run.
          const others = commands.slice(0, kept);
          const last = others.pop();
          const clock = new LandmarkClock();
          clock.readUpTo(before.length, before);
          const moment = clock.momentOf(Math.floor(place * before.length));
          if (last !== undefined) others.push(isMoved ? { ...last, moment } : last);
          const events = paused.finish(others, before);
          if (events === null) return;
          continued += 1;
          expect(events).toEqual(recordWithin(from, others, limits));
        },
      ),
      { numRuns: 200 },
    );
    expect(continued).toBeGreaterThan(50);
  });

  it('keeps the very events of before its pause', () => {
    const before = record(scenario(), []);
    const paused = new PausedSimulation(scenario(), []);
    paused.advance(timeOf(before, 'client/2'));
    const events = paused.finish([crash('server-1', whenSent('client/2'))], before) ?? [];
    expect(paused.eventCount).toBe(events.length);
    const common = before.findIndex((event, index) => event !== events[index]);
    expect(common).toBe(before.findIndex(({ atUs }) => atUs === timeOf(before, 'client/2')));
  });

  it('takes no command whose landmark has passed, and loses none', () => {
    const first = crash('server-1', whenAnswered('client/1'));
    const before = record(scenario(), [first]);
    const paused = new PausedSimulation(scenario(), [first]);
    paused.advance(timeOf(before, 'client/2'));
    expect(paused.finish([], before)).toBeNull();
    expect(paused.finish([restart('server-1', whenAnswered('client/1'))], before)).toBeNull();
    expect(
      paused.finish([first, restart('server-1', whenAnswered('client/1', 9_000_000))], before),
    ).toBeNull();
    expect(
      paused.finish([first, { kind: 'crash', node: 'server-2', moment: { atUs: 1 } }], before),
    ).toBeNull();
    const others = [first, restart('server-1', whenSent('client/2'))];
    expect(paused.finish(others, before)).toEqual(record(scenario(), others));
  });
});

/** When a request is sent. */
function timeOf(events: readonly ClusterEvent[], request: string): number {
  const sent = events.find((event) => event.kind === 'request-reached' && event.request === request);
  return sent?.atUs ?? Number.NaN;
}
