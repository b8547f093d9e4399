import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { recordingOf } from '../../src/player/record.ts';
import { EVENTS_MAX } from '../../src/player/run-for-page.ts';
import { prepareCommand, preparedRun } from '../../src/player/spare-run.ts';
import { factsOf } from '../../src/sequence/facts.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { type Run, runOf } from '../../src/trace/run.ts';
import { linesOf, purchase, scenario } from '../support/scenario.ts';
import { anySchedule, type Schedule } from '../support/schedules.ts';
import { anyTransportCommands, anyTransportScenario } from '../support/transport-arbitraries.ts';

const anyShare = fc.double({ min: 0, max: 0.999, noNaN: true });

const anyRun: fc.Arbitrary<Schedule<Scenario>> = fc.oneof(
  { weight: 3, arbitrary: anySchedule },
  fc.record({ scenario: anyTransportScenario, commands: anyTransportCommands }),
);

function prepare(run: Run, step: number): void {
  for (let slices = 0; !prepareCommand(run, step); slices += 1)
    expect(slices).toBeLessThan(run.events.length);
}

/** As an operator's command at a step: what came later is dropped. */
function commandAt(run: Run, step: number, payload: Command): readonly Command[] {
  const earlier = run.steps
    .slice(0, step + 1)
    .flatMap((each) => (each.kind === 'command' ? [each.command] : []));
  return [...earlier, { ...payload, moment: run.steps[step]?.moment ?? payload.moment }];
}

describe('a prepared command', () => {
  it('gives the run that simulating and reading from the beginning gives', () => {
    let prepared = 0;
    let given = 0;
    fc.assert(
      fc.property(
        anyRun,
        fc.constantFrom('essential' as const, 'full' as const),
        fc.array(anyShare, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 4 }),
        ({ scenario: from, commands }, detail, cursor, kept) => {
          const last = commands.at(-1);
          const before = runOf(from, commands.slice(0, kept), { eventsMax: EVENTS_MAX }, detail);
          if (last === undefined || before.steps.length === 0) return;
          // The cursor moves on and back.
          const places = cursor.map((share) => Math.floor(share * before.steps.length));
          for (const place of places) prepare(before, place);
          const others = commandAt(before, places.at(-1) ?? 0, last);
          given += 1;
          const run = preparedRun(before, others);
          if (run === null) return;
          prepared += 1;
          const anew = runOf(from, others, { eventsMax: EVENTS_MAX }, detail);
          expect(run).toEqual(anew);
          expect(factsOf(run)).toEqual(factsOf(anew));
        },
      ),
      { numRuns: 200 },
    );
    expect(prepared).toBeGreaterThan(given / 4);
  });

  it('shares the steps before it, is used once, and its run can be prepared, too', () => {
    const long = scenario({ clients: [clients(linesOf(purchase('laptop')), { repeats: 4 })] });
    const before = recordingOf({ scenario: long, commands: [] }, phrasebook);
    const crash = { kind: 'crash', node: 'server-1', moment: { atUs: 0 } } as const;
    if (before.run === null) throw new Error('There is no run.');
    prepare(before.run, 20);
    const crashed = recordingOf(
      { scenario: long, commands: commandAt(before.run, 20, crash) },
      phrasebook,
      before,
    );
    const shared = crashed.run?.steps.filter((step, index) => step === before.run?.steps[index]).length ?? 0;
    expect(shared).toBeGreaterThan(14);
    expect(shared).toBeLessThanOrEqual(21);
    expect(preparedRun(before.run, commandAt(before.run, 20, crash))).toBeNull();
    if (crashed.run === null) throw new Error('There is no run.');
    prepare(crashed.run, 30);
    const both = commandAt(crashed.run, 30, { ...crash, kind: 'restart' });
    expect(preparedRun(crashed.run, both)).toEqual(runOf(long, both, { eventsMax: EVENTS_MAX }));
  });
});
