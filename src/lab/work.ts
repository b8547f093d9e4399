/** A batch of runs, for a worker of any kind: it needs no clock, no DOM and no threads. */

import { type Break, judge, type Trial } from './repair/trial.ts';
import type { UnitResult } from './results.ts';
import { placeOf } from './results.ts';
import { runPoint } from './run-point.ts';
import { type RerunPlan, rerunBreaks } from './search/no-return.ts';
import type { Schedule, SearchPlan } from './search/plan.ts';
import { type Found, trySchedule } from './search/try-schedule.ts';
import { type Point, pointsOf, type Study } from './study.ts';

/** Units from `from` on, each `step` units after the one before, and before `end`. */
export interface Batch {
  readonly from: number;
  readonly end: number;
  readonly step: number;
}

/** The first request to a worker. It decides what a unit is. */
export type Setup =
  /** A unit is a run of a point. */
  | { readonly kind: 'study'; readonly study: Study }
  /** A unit is a schedule of faults. */
  | { readonly kind: 'search'; readonly plan: SearchPlan; readonly schedules: readonly Schedule[] }
  /** A unit is one re-run from one step. */
  | { readonly kind: 'reruns'; readonly plan: RerunPlan }
  /** A unit is a schedule of a challenge's test. */
  | { readonly kind: 'repair'; readonly trial: Trial };

export type WorkRequest = Setup | { readonly kind: 'batch'; readonly batch: Batch };

interface ScheduleResult {
  readonly unit: number;
  /** Null if the property held. */
  readonly found: Found | null;
}

interface RerunResult {
  readonly unit: number;
  readonly isBroken: boolean;
}

interface JudgeResult {
  readonly unit: number;
  /** Null if the goal held. */
  readonly broken: Break | null;
}

export type UnitAnswer = UnitResult | ScheduleResult | RerunResult | JudgeResult;

export interface WorkAnswer {
  readonly results: readonly UnitAnswer[];
  /** Why a run failed, if one did. */
  readonly problem: string | null;
}

/** Keeps between batches what they are about. */
export class BatchRunner {
  readonly #solve: (unit: number) => UnitAnswer;

  constructor(setup: Setup) {
    this.#solve = solverOf(setup);
  }

  run({ from, end, step }: Batch): WorkAnswer {
    const results: UnitAnswer[] = [];
    let problem: string | null = null;
    for (let unit = from; unit < end; unit += step) {
      try {
        results.push(this.#solve(unit));
      } catch (error) {
        problem = String(error);
        results.push({ unit, numbers: null });
      }
    }
    return { results, problem };
  }
}

function solverOf(setup: Setup): (unit: number) => UnitAnswer {
  switch (setup.kind) {
    case 'study':
      return studySolver(setup.study);
    case 'search':
      return (unit) => ({ unit, found: trySchedule(setup.plan, setup.schedules[unit] ?? []) });
    case 'reruns':
      return (unit) => ({ unit, isBroken: rerunBreaks(setup.plan, unit) });
    case 'repair':
      return (unit) => ({ unit, broken: judge(setup.trial, unit) });
    default:
      throw new Error(`Unknown work ${setup satisfies never}`);
  }
}

function studySolver(study: Study): (unit: number) => UnitResult {
  const points: readonly Point[] = pointsOf(study);
  return (unit) => {
    const place = placeOf(unit, points.length);
    const point = points[place.point];
    if (point === undefined) throw new Error(`The study has no point ${place.point}.`);
    return { unit, numbers: runPoint(study, point, place.round) };
  };
}
