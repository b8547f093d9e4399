/**
 * The runs of a study so far. A unit is one run: its number says its round and its point. Units may come in any order
 * and from any machine; the table is the same.
 */
import { pointCount, type Study } from './study.ts';

/** The numbers of a run, in the order of the measures; null for a run that failed. */
type RunNumbers = readonly number[] | null;

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

/** A run of each point. Undefined for a run that isn't finished. */
type Runs = readonly (RunNumbers | undefined)[];

/** The results at one moment. Later runs don't change it. */
export class ResultsSnapshot {
  readonly study: Study;
  readonly points: number;
  /** Number of finished runs. */
  readonly done: number;
  readonly failed: number;
  /** Complete rounds from the first one. */
  readonly rounds: number;
  /** The complete rounds; or, before there's one, what the first round has. */
  readonly #shown: readonly Runs[];

  constructor(
    { study, points, done, failed, rounds }: Pick<Results, 'study' | 'points' | 'done' | 'failed' | 'rounds'>,
    shown: readonly Runs[],
  ) {
    this.study = study;
    this.points = points;
    this.done = done;
    this.failed = failed;
    this.rounds = rounds;
    this.#shown = shown;
  }

  /**
   * What a point's runs say. Only complete rounds count, but a first round that isn't complete shows what it has.
   *
   * @returns Null for a point without a run.
   */
  summaryOf(point: number, measure: number): Summary | null {
    const runs: { readonly value: number; readonly round: number }[] = [];
    this.#shown.forEach((units, round) => {
      const value = units[point]?.[measure];
      if (value !== undefined) runs.push({ value, round });
    });
    runs.sort((one, other) => one.value - other.value || one.round - other.round);
    const at = (share: number) => runs[Math.max(0, Math.ceil(share * runs.length) - 1)];
    const [median, low, high] = [at(0.5), at(0.1), at(0.9)];
    if (median === undefined || low === undefined || high === undefined) return null;
    return { median: median.value, low: low.value, high: high.value, runs: runs.length, round: median.round };
  }
}

interface Round {
  readonly runs: (RunNumbers | undefined)[];
  /** Number of its finished runs. */
  done: number;
}

export class Results {
  readonly study: Study;
  readonly points: number;
  /** By their number. A round has no entry before its first run. */
  readonly #all: (Round | undefined)[] = [];
  #done = 0;
  #failed = 0;
  #rounds = 0;

  constructor(study: Study) {
    this.study = study;
    this.points = pointCount(study);
  }

  /** Number of finished runs. */
  get done(): number {
    return this.#done;
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
    const runs = this.#all[this.#rounds]?.runs ?? [];
    const missing = runs.indexOf(undefined);
    return this.#rounds * this.points + Math.max(0, missing);
  }

  add({ unit, numbers }: UnitResult): void {
    const { round: index, point } = placeOf(unit, this.points);
    const round = this.#roundAt(index);
    if (round.runs[point] !== undefined) return;
    round.runs[point] = numbers;
    round.done += 1;
    this.#done += 1;
    if (numbers === null) this.#failed += 1;
    while (this.#all[this.#rounds]?.done === this.points) this.#rounds += 1;
  }

  /** Adds all runs of another machine. */
  merge(other: Results): void {
    for (const each of other.units()) this.add(each);
  }

  /** All finished runs, in the order of their units. */
  *units(): Generator<UnitResult> {
    for (const [index, round] of this.#all.entries()) {
      if (round === undefined) continue;
      for (const [point, numbers] of round.runs.entries()) {
        if (numbers !== undefined) yield { unit: index * this.points + point, numbers };
      }
    }
  }

  /** Complete rounds don't change any more, so only a first round that isn't complete is copied. */
  snapshot(): ResultsSnapshot {
    const complete = this.#all.slice(0, this.#rounds).flatMap((round) => (round ? [round.runs] : []));
    const shown = complete.length > 0 ? complete : [[...(this.#all[0]?.runs ?? [])]];
    return new ResultsSnapshot(this, shown);
  }

  #roundAt(index: number): Round {
    const round = this.#all[index] ?? {
      runs: new Array<RunNumbers | undefined>(this.points).fill(undefined),
      done: 0,
    };
    this.#all[index] = round;
    return round;
  }
}
