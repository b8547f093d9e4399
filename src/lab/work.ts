/** A batch of runs, for a worker of any kind: it needs no clock, no DOM and no threads. */
import type { UnitResult } from './results.ts';
import { placeOf } from './results.ts';
import { runPoint } from './run-point.ts';
import { type Point, pointsOf, type Study } from './study.ts';

/** Units from `from` on, each `step` units after the one before, and before `end`. */
export interface Batch {
  readonly from: number;
  readonly end: number;
  readonly step: number;
}

export type WorkRequest =
  | { readonly kind: 'study'; readonly study: Study }
  | { readonly kind: 'batch'; readonly batch: Batch };

export interface WorkAnswer {
  readonly results: readonly UnitResult[];
  /** Why a run failed, if one did. */
  readonly problem: string | null;
}

/** Keeps the study between batches. */
export class BatchRunner {
  readonly #study: Study;
  readonly #points: readonly Point[];

  constructor(study: Study) {
    this.#study = study;
    this.#points = pointsOf(study);
  }

  run({ from, end, step }: Batch): WorkAnswer {
    const results: UnitResult[] = [];
    let problem: string | null = null;
    for (let unit = from; unit < end; unit += step) {
      try {
        results.push({ unit, numbers: this.#numbersOf(unit) });
      } catch (error) {
        problem = String(error);
        results.push({ unit, numbers: null });
      }
    }
    return { results, problem };
  }

  #numbersOf(unit: number): readonly number[] {
    const place = placeOf(unit, this.#points.length);
    const point = this.#points[place.point];
    if (point === undefined) throw new Error(`The study has no point ${place.point}.`);
    return runPoint(this.#study, point, place.round);
  }
}
