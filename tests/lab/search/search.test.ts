import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabWorker, startJob } from '../../../src/lab/pool.ts';
import { canFollow, faultKinds, faultsAt, usualFaultKinds } from '../../../src/lab/search/faults.ts';
import { commandsOf, type SearchPlan, searchPlanOf } from '../../../src/lab/search/plan.ts';
import { type PropertyId, properties, propertyIds } from '../../../src/lab/search/properties.ts';
import { beginSearch, nextSchedules, type SearchState, searchOn } from '../../../src/lab/search/search.ts';
import { breaks } from '../../../src/lab/search/try-schedule.ts';
import { createSliceWorker } from '../../../src/lab/slices.ts';
import clerk from '../../../src/lessons/clerk/lesson.ts';
import doublePayment from '../../../src/lessons/double-payment/lesson.ts';
import { clusterScenario, type Scenario } from '../../../src/simulation/scenario.ts';
import { strategyIds } from '../../../src/simulation/strategies/strategies.ts';
import { eventsOf, type Run } from '../../../src/trace/run.ts';
import { runOf } from '../../support/run-of.ts';

const EVENTS_MAX = 100_000;

function under(strategy: (typeof strategyIds)[number]): Run {
  return runOf(clusterScenario({ ...clerk.scenario, strategy }), []);
}

/** Workers that take turns in the order that `pick` chooses. */
class Turns {
  readonly #due: (() => void)[] = [];
  readonly later = (work: () => void): void => {
    this.#due.push(work);
  };

  run(pick: (count: number) => number, turns = Number.POSITIVE_INFINITY): void {
    for (let turn = 0; this.#due.length > 0 && turn < turns; turn += 1) {
      this.#due.splice(pick(this.#due.length), 1)[0]?.();
    }
  }
}

interface How {
  readonly workers?: number;
  readonly pick?: (count: number) => number;
  readonly create?: (later: (work: () => void) => void) => LabWorker;
}

function searchBound(before: SearchState, { workers = 1, pick = () => 0, create }: How = {}): SearchState {
  const turns = new Turns();
  let state = before;
  let nowMs = 0;
  searchOn(before, {
    workers,
    createWorker: () => (create ?? createSliceWorker)(turns.later),
    nowMs: () => {
      nowMs += 5;
      return nowMs;
    },
    onProgress: (each) => {
      state = each;
    },
  });
  turns.run(pick);
  return state;
}

function searched(plan: SearchPlan, bounds: number, how?: How): SearchState {
  let state = beginSearch(plan);
  for (let bound = 0; bound < bounds; bound += 1) state = searchBound(state, how);
  return state;
}

function planOf(run: Run, property: PropertyId = 'session-lost'): SearchPlan {
  return searchPlanOf(run, { property, kinds: usualFaultKinds });
}

describe('the faults of a run', () => {
  it('are every machine’s crash, the next message and the store, at each step', () => {
    const run = under('server-memory');
    const faults = faultsAt(run, ['crash']);
    // Load balancer, database and three servers, which never fail in this run.
    expect(faults).toHaveLength(5 * run.steps.length);
    const drops = faultsAt(run, ['drop']);
    expect(drops).toHaveLength(run.steps.length - 1);
    expect(faultsAt(run, ['flush'])).toEqual([]);
    expect(faultsAt(under('shared-store'), ['flush']).length).toBeGreaterThan(0);
  });

  it('take effect in the run', () => {
    const run = under('shared-store');
    fc.assert(
      fc.property(fc.constantFrom(...faultsAt(run, faultKinds)), ({ command }) => {
        const taken = eventsOf(run.scenario, [command], { eventsMax: EVENTS_MAX }).filter(
          (event) => event.kind === 'command-taken',
        );
        expect(taken).toMatchObject([{ result: 'done' }]);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out only pairs in which one fault has no effect', () => {
    const run = under('replicated');
    const faults = faultsAt(run, ['crash', 'freeze', 'cut', 'partition']);
    const pairs = faults.flatMap(({ command: one }, index) =>
      faults
        .slice(index + 1)
        .flatMap(({ command: other }) => (canFollow(one, other) ? [] : [{ one, other }])),
    );
    // The one that comes first decides.
    fc.assert(
      fc.property(fc.constantFrom(...pairs), ({ one, other }) => {
        const both = outcomeOf(run.scenario, [one, other]);
        expect([outcomeOf(run.scenario, [one]), outcomeOf(run.scenario, [other])]).toContainEqual(both);
      }),
      { numRuns: 60 },
    );
  });

  it('tries a second crash of the same server where an operator restarts it', () => {
    const run = under('server-memory');
    const [first, , , , late] = run.steps;
    if (first === undefined || late === undefined) throw new Error('The run is too short.');
    const commands = [
      { kind: 'crash', node: 'server-1', moment: first.moment },
      { kind: 'restart', node: 'server-1', moment: late.moment },
    ] as const;
    const plan = searchPlanOf(runOf(run.scenario, commands), { property: 'charged-twice', kinds: ['crash'] });
    const schedules = nextSchedules({ ...beginSearch(plan), next: 'pairs' });
    expect(schedules).toMatchObject({ withoutEffect: 0, total: schedules?.all.length });
  });
});

/** What happened, without the commands themselves. A command that waits keeps a run and its health checks going. */
function outcomeOf(scenario: Scenario, commands: Run['commands']) {
  return eventsOf(scenario, commands, { eventsMax: EVENTS_MAX })
    .filter(({ kind, background }) => !background && kind !== 'command-taken' && kind !== 'run-ended')
    .map((event) => [event.kind, event.atUs, 'message' in event ? event.message.body : null]);
}

describe('a search', () => {
  it('tries each fault by itself, and finds exactly those that lose a session', () => {
    const plan = planOf(under('server-memory'));
    const state = searched(plan, 1);
    const lost = plan.faults.flatMap(({ command }, index) =>
      runOf(plan.scenario, [command]).scores.at(-1)?.sessionsLost === 0 ? [] : [index],
    );
    expect(lost.length).toBeGreaterThan(0);
    expect(state.found.map(({ schedule }) => schedule)).toEqual(lost.map((index) => [index]));
    expect(state.searched).toMatchObject([{ tried: plan.faults.length, total: plan.faults.length }]);
  });

  it('accounts for every pair, and its pairs are shortest', () => {
    const plan = planOf(runOf(clusterScenario({ ...clerk.scenario, servers: 2 }), []));
    const state = searched(plan, 2);
    const alone = new Set(state.found.flatMap(({ schedule }) => (schedule.length === 1 ? schedule : [])));
    let total = 0;
    let enough = 0;
    for (let one = 0; one < plan.faults.length; one += 1) {
      for (let other = 0; other < one; other += 1) {
        total += 1;
        if (alone.has(one) || alone.has(other)) enough += 1;
      }
    }
    const pairs = state.searched[1];
    expect(pairs).toMatchObject({ total, enoughAlone: enough, failed: 0 });
    expect((pairs?.tried ?? 0) + enough + (pairs?.withoutEffect ?? 0)).toBe(total);
    const found = state.found.filter(({ schedule }) => schedule.length === 2);
    expect(found.length).toBeGreaterThan(0);
    for (const { schedule } of found) {
      expect(runOf(plan.scenario, commandsOf(plan, schedule)).scores.at(-1)?.sessionsLost).toBeGreaterThan(0);
      for (const index of schedule) expect(breaks(plan, [index])).toBe(false);
    }
  });

  it('shrinks random lists until no fault can be left out', () => {
    const plan = planOf(under('replicated'));
    // Without a search for pairs, so that there is something to shrink to.
    const state = searchBound({ ...searched(plan, 1), next: 'random' });
    expect(state.searched.at(-1)).toMatchObject({ bound: 'random', tried: 1_000 });
    const longer = state.found.filter(({ schedule }) => schedule.length > 1);
    expect(longer.length).toBeGreaterThan(0);
    for (const { schedule } of longer) {
      expect(breaks(plan, schedule)).toBe(true);
      for (const index of schedule) {
        expect(
          breaks(
            plan,
            schedule.filter((each) => each !== index),
          ),
        ).toBe(false);
      }
    }
    const keys = state.found.map(({ schedule }) => schedule.join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives the same result on any number of workers, in any order of answers', () => {
    const plan = planOf(under('sticky'), 'asked-again');
    const shown = ({ searched: all, found }: SearchState) => ({
      found,
      counts: all.map(({ leftMs: _, ...counts }) => counts),
    });
    const expected = shown(searched(plan, 1));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), (workers, picks) => {
        const pick = (count: number) => (picks.next().value ?? 0) % count;
        expect(shown(searched(plan, 1, { workers, pick }))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('loses no session of stateless strategies, and says what it tried', () => {
    for (const strategy of ['client-state', 'signed-token'] as const) {
      const plan = planOf(under(strategy));
      const state = searched(plan, 1);
      expect(state.found).toEqual([]);
      expect(state.searched).toMatchObject([{ bound: 'singles', tried: plan.faults.length, status: 'done' }]);
      expect(nextSchedules(state)?.bound).toBe('pairs');
    }
  });

  it('has nothing to search in a run that breaks the property already', () => {
    const scenario = clusterScenario({ ...clerk.scenario, balancing: 'round-robin' });
    const state = beginSearch(planOf(runOf(scenario, []), 'asked-again'));
    expect(state).toMatchObject({ isBroken: true, next: null });
  });

  it('keeps what it has found when it’s cancelled, and offers the bound again', () => {
    const before = beginSearch(planOf(under('server-memory')));
    const turns = new Turns();
    let state = before;
    const search = searchOn(before, {
      workers: 1,
      createWorker: () => createSliceWorker(turns.later),
      nowMs: () => 0,
      onProgress: (each) => {
        state = each;
      },
    });
    while ((state.searched[0]?.tried ?? 0) < 20) turns.run(() => 0, 1);
    search.cancel();
    const found = state.found.length;
    expect(state.searched[0]).toMatchObject({ status: 'cancelled' });
    expect(state.searched[0]?.tried).toBeLessThan(state.searched[0]?.total ?? 0);
    expect(state.next).toBe('singles');
    const whole = searchBound(state);
    expect(whole.searched).toMatchObject([{ bound: 'singles', status: 'done' }]);
    expect(whole.found.length).toBeGreaterThanOrEqual(found);
  });

  it('counts runs that failed, and never as tried', () => {
    const plan = { ...planOf(under('server-memory')) };
    const broken = plan.faults.map((fault, index) =>
      index === 3 ? { ...fault, command: { ...fault.command, kind: 'no-such-command' } } : fault,
    );
    const state = searched({ ...plan, faults: broken as unknown as SearchPlan['faults'] }, 1);
    expect(state.searched).toMatchObject([{ failed: 1, tried: plan.faults.length - 1 }]);
  });
});

describe('properties', () => {
  function brokenAt(property: PropertyId, scenario: Scenario, commands: Run['commands']): number | null {
    const sink = properties[property]();
    for (const event of eventsOf(scenario, commands, { eventsMax: EVENTS_MAX })) sink.report(event);
    return sink.brokenAt;
  }

  it('sees a payment that is charged twice, and none under an idempotency key', () => {
    const [crashed] = doublePayment.closing.commands;
    const scenes = Object.fromEntries(doublePayment.scenes.map((scene) => [scene.id, scene]));
    const of = (id: string) => {
      const scene = scenes[id];
      return (scene !== undefined && 'scenario' in scene ? scene.scenario : undefined) as Scenario;
    };
    expect(brokenAt('charged-twice', of('charged-twice'), [crashed])).not.toBeNull();
    expect(brokenAt('charged-twice', of('stateless-too'), [crashed])).not.toBeNull();
    expect(brokenAt('charged-twice', of('idempotency-key'), [crashed])).toBeNull();
    expect(brokenAt('charged-twice', of('charged-twice'), [])).toBeNull();
  });

  it('agrees with the scoreboard about losses and repeated questions', () => {
    const runs = strategyIds.flatMap((strategy) => {
      const run = under(strategy);
      return faultsAt(run, ['crash', 'drop']).map(({ command }) => ({ run, command }));
    });
    fc.assert(
      fc.property(fc.constantFrom(...runs), ({ run, command }) => {
        const score = runOf(run.scenario, [command]).scores.at(-1);
        expect(brokenAt('session-lost', run.scenario, [command]) !== null).toBe(
          (score?.sessionsLost ?? 0) > 0,
        );
        expect(brokenAt('asked-again', run.scenario, [command]) !== null).toBe(
          (score?.questionsAsked ?? 0) > 0,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('breaks none in a run without faults', () => {
    for (const property of propertyIds) {
      for (const strategy of strategyIds) expect(brokenAt(property, under(strategy).scenario, [])).toBeNull();
    }
  });
});

describe('a job of the pool', () => {
  it('fails the units that no worker survives', () => {
    const plan = planOf(under('client-state'));
    const failed: number[] = [];
    let deaths = 0;
    startJob(
      {
        setup: { kind: 'search', plan, schedules: [[0]] },
        units: 1,
        take: () => {},
        fail: (unit) => failed.push(unit),
      },
      {
        workers: 1,
        nowMs: () => 0,
        onProgress: (state) => {
          deaths = state.deaths;
        },
        createWorker: () => {
          let die = () => {};
          return {
            listen: (_, onDeath) => {
              die = onDeath;
            },
            post: (request) => {
              if (request.kind === 'batch') die();
            },
            terminate: () => {},
          };
        },
      },
    );
    expect(failed).toEqual([0]);
    expect(deaths).toBe(2);
  });
});
