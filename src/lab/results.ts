/**
 * The runs of a study so far. A unit is one run: its number says its round and its point. Units may come in any order
 * and from any machine; the table is the same.
 */
import { pointCount, type Study } from './study.ts';

/** The numbers of a run, in the order of the measures; null for a run that failed. */
export type RunNumbers = readonly number[] | null;

export interface UnitResult {
  readonly unit: number;
  readonly numbers: RunNumbers;
}

/** Rounds come one after the other, so that every point has the same number of runs. */
export function placeOf(unit: number, points: number): { readonly round: number; readonly point: number } {
  return { round: Math.floor(unit / points), point: unit % points };
}

export interface Summary {
  readonly median: number;
  /** The 10th and the 90th percentile. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
  /** The round whose run has the median. */
  readonly round: number;
}

export class Results {
  readonly study: Study;
  readonly points: number;
  readonly #units = new Map<number, RunNumbers>();
  #failed = 0;
  #rounds = 0;

  constructor(study: Study) {
    this.study = study;
    this.points = pointCount(study);
  }

  /** Number of finished runs. */
  get done(): number {
    return this.#units.size;
  }

  get failed(): number {
    return this.#failed;
  }

  /** Complete rounds from the first one. */
  get rounds(): number {
    return this.#rounds;
  }

  /** The first run that isn't finished. All before it are. */
  get firstMissing(): number {
    let unit = this.#rounds * this.points;
    while (this.#units.has(unit)) unit += 1;
    return unit;
  }

  add({ unit, numbers }: UnitResult): void {
    if (this.#units.has(unit)) return;
    this.#units.set(unit, numbers);
    if (numbers === null) this.#failed += 1;
    while (this.#isComplete(this.#rounds)) this.#rounds += 1;
  }

  /** Adds all runs of another machine. */
  merge(other: Results): void {
    for (const [unit, numbers] of other.#units) this.add({ unit, numbers });
  }

  /** All finished runs, in the order of their units. */
  units(): readonly UnitResult[] {
    return [...this.#units]
      .sort(([one], [other]) => one - other)
      .map(([unit, numbers]) => ({ unit, numbers }));
  }

  /**
   * What a point's runs say. Only complete rounds count, but a first round that isn't complete shows what it has.
   *
   * @returns Null for a point without a run.
   */
  summaryOf(point: number, measure: number): Summary | null {
    const runs: { readonly value: number; readonly round: number }[] = [];
    for (let round = 0; round < Math.max(1, this.#rounds); round += 1) {
      const value = this.#units.get(round * this.points + point)?.[measure];
      if (value !== undefined) runs.push({ value, round });
    }
    runs.sort((one, other) => one.value - other.value || one.round - other.round);
    const at = (share: number) => runs[Math.max(0, Math.ceil(share * runs.length) - 1)];
    const [median, low, high] = [at(0.5), at(0.1), at(0.9)];
    if (median === undefined || low === undefined || high === undefined) return null;
    return { median: median.value, low: low.value, high: high.value, runs: runs.length, round: median.round };
  }

  #isComplete(round: number): boolean {
    const first = round * this.points;
    if (round >= this.study.runsPerPoint) return false;
    for (let unit = first; unit < first + this.points; unit += 1) {
      if (!this.#units.has(unit)) return false;
    }
    return true;
  }
}
