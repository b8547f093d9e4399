import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challenges } from '../../../src/challenges/challenges.ts';
import oneCrash from '../../../src/challenges/one-crash/challenge.ts';
import clerk from '../../../src/challenges/the-clerk-forgets/challenge.ts';
import lateCopy from '../../../src/challenges/the-copy-is-late/challenge.ts';
import {
  budgetProblem,
  type Challenge,
  changedSettings,
  isRepairOf,
  type Repair,
  repairedWith,
  withSetting,
} from '../../../src/lab/repair/challenge.ts';
import { costOf, POINTS_PER_ROUND_TRIP, starsOf } from '../../../src/lab/repair/cost.ts';
import { GoalSink } from '../../../src/lab/repair/goals.ts';
import { settingIds, settingOf } from '../../../src/lab/repair/settings.ts';
import {
  breakingCommands,
  scheduleCount,
  scheduleOf,
  shortestOf,
  troubleIn,
} from '../../../src/lab/repair/trial.ts';
import { groupsOf, isAccepted, startTrial, type Verdict } from '../../../src/lab/repair/verdict.ts';
import { createSliceWorker } from '../../../src/lab/slices.ts';
import { checkScenario } from '../../../src/simulation/validation/check-scenario.ts';
import { firstBreak, trialWith } from '../../support/repair-trial.ts';
import { runOf } from '../../support/run-of.ts';

/** Some settings of a challenge, in any order. */
function settingsOf(challenge: Challenge) {
  const setting = fc
    .constantFrom(...challenge.settings)
    .chain((id) => fc.tuple(fc.constant(id), fc.constantFrom(...settingOf(id).values)));
  return fc.array(setting, { maxLength: 8 });
}

describe('a repair', () => {
  it('counts what differs from the broken cluster, so undoing a change is none', () => {
    const one = withSetting(clerk, {}, 'strategy', 'shared-store');
    const two = withSetting(clerk, one, 'servers', 3);
    expect(changedSettings(two)).toEqual([
      ['strategy', 'shared-store'],
      ['servers', 3],
    ]);
    expect(withSetting(clerk, two, 'servers', 2)).toEqual(one);
    expect(withSetting(clerk, one, 'strategy', undefined)).toEqual({});
  });

  it('has the settings that were chosen last, and the rest as it was', () => {
    fc.assert(
      fc.property(settingsOf(oneCrash), (settings) => {
        const repair = settings.reduce<Repair>(
          (before, [id, value]) => withSetting(oneCrash, before, id, value),
          {},
        );
        const repaired = repairedWith(oneCrash, repair);
        for (const id of settingIds) {
          const last = settings.findLast(([each]) => each === id);
          const expected = last === undefined ? settingOf(id).of(oneCrash.scenario) : last[1];
          expect(settingOf(id).of(repaired)).toBe(expected);
        }
        expect(isRepairOf(oneCrash, repair)).toBe(true);
      }),
    );
  });

  it('can be simulated with any of its settings, also those that mean nothing together', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...challenges)
          .chain((challenge) =>
            fc.tuple(fc.constant(challenge), settingsOf({ ...challenge, settings: settingIds })),
          ),
        ([challenge, settings]) => {
          const repair = Object.fromEntries(settings) as Repair;
          expect(checkScenario(repairedWith(challenge, repair))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('without a replica takes no part in reading from one', () => {
    const repaired = repairedWith(lateCopy, { storeReplica: 'none', readsFrom: 'primary' });
    expect(repaired.store.replica).toBeNull();
    expect(
      trialWith(lateCopy, { storeReplica: 'none', readsFrom: 'primary' }).patterns.length,
    ).toBeGreaterThan(0);
  });

  it('is held to its budget', () => {
    expect(budgetProblem(oneCrash, { strategy: 'shared-store' })).toEqual({ kind: 'banned', ban: 'store' });
    expect(budgetProblem(oneCrash, { strategy: 'signed-token' })).toEqual({
      kind: 'banned',
      ban: 'stateless',
    });
    const three: Repair = { strategy: 'replicated', copyDelay: 0, balancing: 'cookie' };
    expect(budgetProblem(oneCrash, three)).toEqual({ kind: 'too-many-changes' });
    expect(budgetProblem(oneCrash, { strategy: 'replicated', copyDelay: 0 })).toBeNull();
  });

  it('isn’t taken from outside with settings that the challenge has not', () => {
    expect(isRepairOf(clerk, { denyList: true })).toBe(false);
    expect(isRepairOf(clerk, { strategy: 'no-such-strategy' })).toBe(false);
    expect(isRepairOf(clerk, { strategy: clerk.scenario.strategy })).toBe(false);
  });
});

describe('the schedules of a trial', () => {
  it('are the same whenever they are asked for, and two thousand or more', () => {
    const trial = trialWith(clerk, {});
    expect(scheduleCount(trial)).toBeGreaterThanOrEqual(2_000);
    for (const unit of [0, 40, 700, 1_999]) expect(scheduleOf(trial, unit)).toEqual(scheduleOf(trial, unit));
  });

  it('contain each single fault under the scenario’s own seed', () => {
    const trial = trialWith(clerk, {});
    const singles = Array.from({ length: scheduleCount(trial) }, (_, unit) => scheduleOf(trial, unit)).filter(
      ({ scenario, faults }) => scenario.seed === trial.scenario.seed && faults.length === 1,
    );
    expect(new Set(singles.map(({ faults }) => JSON.stringify(faults[0])))).toEqual(
      new Set(trial.patterns.map((pattern) => JSON.stringify(pattern))),
    );
  });

  it('have no more faults than the challenge says', () => {
    for (const challenge of challenges) {
      const trial = trialWith(challenge, {});
      for (let unit = 0; unit < scheduleCount(trial); unit += 37) {
        expect(scheduleOf(trial, unit).faults.length).toBeLessThanOrEqual(challenge.faults.most);
      }
    }
  });
});

describe('the judge', () => {
  it('shortens a schedule that breaks the goal, and it still does', () => {
    const trial = trialWith(clerk, {});
    const found = firstBreak(trial);
    if (found === null) throw new Error('The clerk does not forget.');
    const shortest = shortestOf(trial, found);
    expect(shortest.faults).toHaveLength(1);
    expect(troubleIn(trial, shortest)).toBe('asked-again');
  });

  it('plays a break without the visit afterwards, unless only the visit shows it', () => {
    const trial = trialWith(clerk, {});
    const withoutVisit = { ...trial, afterwards: [] };
    const found = firstBreak(withoutVisit);
    if (found === null) throw new Error('The clerk does not forget.');
    const shortest = shortestOf(withoutVisit, found);
    expect(breakingCommands(trial, shortest)).toEqual(shortest.faults.flat());
    const silent = trialWith(oneCrash, { balancer: 'haproxy', healthInterval: 10_000_000 });
    const shown = firstBreak(silent);
    if (shown === null) throw new Error('The silent cluster is accepted.');
    expect(breakingCommands(silent, shortestOf(silent, shown)).slice(-silent.afterwards.length)).toEqual(
      silent.afterwards,
    );
  });

  it('refuses a cluster that answers no one', () => {
    const silent: Challenge = {
      ...clerk,
      scenario: { ...clerk.scenario, timing: { ...clerk.scenario.timing, clientTimeoutUs: 1_000 } },
      goal: { never: ['charged-twice'], bytesMax: 0 },
    };
    expect(firstBreak(trialWith(silent, {}))?.trouble).toBe('request-failed');
  });

  it('refuses a cluster that asks no one again only because it answers no one', () => {
    // HAProxy insists on the crashed server until a check of every 10 s has failed twice. By then the scripts are over.
    const silent: Repair = { balancer: 'haproxy', healthInterval: 10_000_000 };
    expect(budgetProblem(oneCrash, silent)).toBeNull();
    expect(firstBreak(trialWith(oneCrash, silent))).toMatchObject({ trouble: 'asked-again', faults: 1 });
    const single: Challenge = { ...clerk, faults: { ...clerk.faults, kinds: ['crash'] } };
    expect(firstBreak(trialWith(single, { servers: 1 }))).toMatchObject({
      trouble: 'asked-again',
      faults: 1,
    });
  });

  it('lets every customer with a login come back after the faults, and says so on the stage', () => {
    const trial = trialWith(oneCrash, {});
    const said = trial.afterwards.flatMap((command) =>
      command.kind === 'instruct' ? [[command.nodes, command.instruction]] : [],
    );
    expect(said).toEqual([[['client'], { kind: 'say', line: { kind: 'me' } }]]);
    const restarted = trial.afterwards.flatMap((command) =>
      command.kind === 'restart' ? [command.node] : [],
    );
    expect(restarted.sort()).toEqual(['load-balancer', 'server-1', 'server-2']);
  });

  it('counts the bytes of each request by itself', () => {
    const { events } = runOf(clerk.scenario, []);
    const sinkWith = (bytesMax: number) => {
      const sink = new GoalSink({ never: ['too-many-bytes'], bytesMax });
      for (const event of events) sink.report(event);
      return sink.first();
    };
    expect(sinkWith(10)?.id).toBe('too-many-bytes');
    expect(sinkWith(10_000)).toBeNull();
  });

  it('gives the same verdict with any number of workers', () => {
    const small: Challenge = { ...clerk, faults: { ...clerk.faults, kinds: ['crash'] } };
    const trial = trialWith(small, {});
    const verdicts = [1, 3].map((workers) => verdictOf(trial, workers));
    expect(verdicts[0]?.breaks).toEqual(verdicts[1]?.breaks);
    expect(verdicts[0]?.tried).toBe(scheduleCount(trial));
  });

  it('stops at the first break when that is enough', () => {
    const verdict = verdictOf(trialWith(clerk, {}), 2, true);
    expect(isAccepted(verdict)).toBe(false);
    expect(verdict.breaks.length).toBeGreaterThan(0);
    expect(verdict.tried).toBeLessThan(verdict.planned);
  });
});

/** On workers that take turns. */
function verdictOf(trial: Parameters<typeof startTrial>[0], workers: number, stopsAtFirst = false): Verdict {
  const due: (() => void)[] = [];
  let verdict: Verdict | null = null;
  let nowMs = 0;
  startTrial(trial, {
    workers,
    createWorker: () => createSliceWorker((work) => due.push(work)),
    nowMs: () => {
      nowMs += 5;
      return nowMs;
    },
    onProgress: (each) => {
      verdict = each;
    },
    stopsAtFirst,
  });
  while (due.length > 0) due.shift()?.();
  if (verdict === null) throw new Error('The trial said nothing.');
  return verdict;
}

describe('breaks', () => {
  it('come in groups by what went wrong, the most frequent first', () => {
    const breaks = [
      { unit: 1, trouble: 'asked-again', cause: null, faults: 2 },
      { unit: 2, trouble: 'asked-again', cause: 'crashed', faults: 2 },
      { unit: 3, trouble: 'asked-again', cause: 'crashed', faults: 1 },
    ] as const;
    expect(groupsOf(breaks)).toEqual([
      { trouble: 'asked-again', cause: 'crashed', count: 2, first: breaks[2] },
      { trouble: 'asked-again', cause: null, count: 1, first: breaks[0] },
    ]);
  });
});

describe('the cost', () => {
  it('is bytes, round trips at their price, and memory', () => {
    const { bytes, roundTrips, memory, points } = costOf(
      repairedWith(clerk, { strategy: 'shared-store' }),
      [],
    );
    // A login creates and stores, each later request reads and extends: more than one round trip each.
    expect(roundTrips).toBeGreaterThan(1);
    expect(points).toBe(Math.round(bytes + POINTS_PER_ROUND_TRIP * roundTrips + memory));
  });

  it('gives a star each for few changes and for few points', () => {
    const challenge = { par: { changes: 1, cost: 1_000 } };
    expect(starsOf(challenge, 1, 1_000)).toBe(3);
    expect(starsOf(challenge, 2, 1_000)).toBe(2);
    expect(starsOf(challenge, 1, 1_001)).toBe(2);
    expect(starsOf(challenge, 2, 1_001)).toBe(1);
  });
});
