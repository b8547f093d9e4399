/** DESIGN.md, Invariants: over random clusters and random operator commands. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClusterEvent, isClient } from '../../../src/simulation/cluster.ts';
import { record, simulate } from '../../../src/simulation/simulate.ts';
import { anyCommands, anyScenario } from '../../support/arbitraries.ts';
import { answersOf } from '../../support/conversation.ts';
import { agreementBefore } from '../../support/invariants/agreement.ts';
import { Watch } from '../../support/invariants/checker.ts';
import { invariantsOf } from '../../support/invariants/invariants.ts';
import { ledgerProblems } from '../../support/invariants/ledger.ts';
import { runOf } from '../../support/run-of.ts';
import { anySchedule } from '../../support/schedules.ts';

const runs = { numRuns: 150 };

describe('in every run', () => {
  it('every invariant holds', () => {
    fc.assert(
      fc.property(anySchedule, ({ scenario, commands }) => {
        expect(simulate(scenario, commands, new Watch(invariantsOf(scenario), scenario)).problems).toEqual(
          [],
        );
      }),
      // The same schedules each time. `npm run soak` looks for others.
      { numRuns: 350, seed: 1 },
    );
  });

  it('messages take as long as their link: the internet for clients, else the cluster', () => {
    fc.assert(
      fc.property(anyScenario, anyCommands, (any, commands) => {
        const sentAtUs = new Map<number, number>();
        const wrong = record(any, commands).filter((event) => {
          if (event.kind === 'message-sent') sentAtUs.set(event.message.id, event.atUs);
          if (event.kind !== 'message-delivered' && event.kind !== 'message-refused') return false;
          const { id, from, to } = event.message;
          const { minUs, maxUs } =
            isClient(from) || isClient(to) ? any.network.internet : any.network.cluster;
          const transitUs = event.atUs - (sentAtUs.get(id) ?? Number.NaN);
          return !(transitUs >= minUs && transitUs <= maxUs);
        });
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  it('ledger, snapshots and events agree at every step', () => {
    fc.assert(
      fc.property(anySchedule, ({ scenario, commands }) => {
        expect(ledgerProblems(runOf(scenario, commands))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('under client-state', () => {
  it('a fault changes whether a request is answered, but never what the response says', () => {
    const stateless = anyScenario.map((any) => ({ ...any, strategy: 'client-state' as const }));
    fc.assert(
      fc.property(stateless, anyCommands, (any, commands) => {
        const undisturbed = answersOf(record(any, []));
        for (const [request, answer] of answersOf(record(any, commands))) {
          expect(answer, request).toEqual(undisturbed.get(request));
        }
      }),
      runs,
    );
  });
});

describe('a run is a value', () => {
  it('the same scenario and commands give the same trace, byte for byte', () => {
    fc.assert(
      fc.property(anySchedule, ({ scenario, commands }) => {
        const [first, second] = [record(scenario, commands), record(scenario, commands)];
        expect(isDeepStrictEqual(first, second)).toBe(true);
        expect(JSON.stringify(first) === JSON.stringify(second)).toBe(true);
      }),
      runs,
    );
  });

  it("a schedule that went through JSON gives the same trace and isn't mutated", () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        const text = JSON.stringify(schedule);
        const again: typeof schedule = JSON.parse(text);
        const events = JSON.stringify(record(again.scenario, again.commands));
        expect(events === JSON.stringify(record(schedule.scenario, schedule.commands))).toBe(true);
        expect(JSON.stringify(schedule)).toBe(text);
      }),
      runs,
    );
  });

  it('a trace survives JSON', () => {
    fc.assert(
      fc.property(anySchedule, ({ scenario, commands }) => {
        const events = record(scenario, commands);
        const back: ClusterEvent[] = JSON.parse(JSON.stringify(events));
        expect(isDeepStrictEqual(back, events)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('command lists that agree before a moment give traces that agree before it', () => {
    fc.assert(
      fc.property(anySchedule, fc.nat({ max: 6 }), (schedule, count) => {
        const { scenario, commands } = schedule;
        const shared = commands.slice(0, count);
        const left = record(scenario, commands);
        const right = record(scenario, shared);
        expect(agreementBefore(left, right, shared.length)).toEqual([]);
      }),
      runs,
    );
  });
});
