/**
 * A search for the shortest lists of faults that break a property: bound by bound, on a pool of workers. What it has
 * tried, and what not, it keeps count of.
 */
import { type LabWorker, type PoolState, type RunningJob, startJob } from '../pool.ts';
import { type Bound, bounds, type Schedule, type Schedules, type SearchPlan, schedulesOf } from './plan.ts';
import { breaks, type Found } from './try-schedule.ts';

/** What was searched at one bound. */
interface Searched {
  readonly bound: Bound;
  readonly status: PoolState['status'];
  /** Schedules that were run to the end. */
  readonly tried: number;
  /** Schedules that will be run. */
  readonly planned: number;
  readonly total: number;
  readonly enoughAlone: number;
  readonly withoutEffect: number;
  /** Runs that failed. Nothing is known of them. */
  readonly failed: number;
  /** Found lists of this bound, in the order of their schedules. */
  readonly found: readonly Found[];
  readonly leftMs: number | null;
}

export interface SearchState {
  readonly plan: SearchPlan;
  /** Whether the property breaks without any of the faults. Then there's nothing to search. */
  readonly isBroken: boolean;
  readonly searched: readonly Searched[];
  /** All found lists, shortest bound first; each once. */
  readonly found: readonly Found[];
  /** Null when all bounds were searched. */
  readonly next: Bound | null;
}

interface SearchOptions {
  readonly workers: number;
  readonly createWorker: () => LabWorker;
  readonly nowMs: () => number;
  readonly onProgress: (state: SearchState) => void;
}

export function beginSearch(plan: SearchPlan): SearchState {
  const isBroken = breaks(plan, []);
  return { plan, isBroken, searched: [], found: [], next: isBroken ? null : bounds[0] };
}

/** Searches the next bound. What was found before stays. */
export function searchOn(before: SearchState, options: SearchOptions): RunningJob {
  const { plan, next, isBroken } = before;
  if (next === null || isBroken) return { cancel: () => {} };
  const schedules = schedulesOf(plan, next, aloneIn(before));
  const found = new Map<number, Found>();
  let failed = 0;
  return startJob(
    {
      setup: { kind: 'search', plan, schedules: schedules.all },
      units: schedules.all.length,
      take(answer) {
        if (!('found' in answer)) failed += 1;
        else if (answer.found !== null) found.set(answer.unit, answer.found);
      },
      fail() {
        failed += 1;
      },
    },
    {
      ...options,
      onProgress: (pool) => options.onProgress(after(before, schedules, { pool, found, failed })),
    },
  );
}

/** The next bound's number of schedules, to say what it would take. */
export function nextSchedules(state: SearchState): Schedules | null {
  return state.next === null ? null : schedulesOf(state.plan, state.next, aloneIn(state));
}

function aloneIn({ found }: SearchState): ReadonlySet<number> {
  return new Set(found.flatMap(({ schedule }) => (schedule.length === 1 ? schedule : [])));
}

interface Outcome {
  readonly pool: PoolState;
  readonly found: ReadonlyMap<number, Found>;
  readonly failed: number;
}

function after(before: SearchState, schedules: Schedules, { pool, found, failed }: Outcome): SearchState {
  const { bound, all, total, enoughAlone, withoutEffect } = schedules;
  const inOrder = [...found].sort(([one], [other]) => one - other).map(([, each]) => each);
  const searched: Searched = {
    bound,
    status: pool.status,
    tried: pool.done - failed,
    planned: all.length,
    total,
    enoughAlone,
    withoutEffect,
    failed,
    found: inOrder,
    leftMs: pool.leftMs,
  };
  // A bound that was cancelled starts again.
  const earlier = before.searched.filter((each) => each.bound !== bound);
  return {
    ...before,
    searched: [...earlier, searched],
    found: distinct([...earlier, searched].flatMap((each) => each.found)),
    // A bound that was cancelled is offered again.
    next: pool.status === 'done' ? (bounds[bounds.indexOf(bound) + 1] ?? null) : bound,
  };
}

/** Several random schedules can shrink to the same list. */
function distinct(found: readonly Found[]): readonly Found[] {
  const keyOf = (schedule: Schedule) => schedule.join();
  return [...new Map(found.map((each) => [keyOf(each.schedule), each])).values()];
}
