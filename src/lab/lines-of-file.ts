/**
 * The file of a study and its runs: newline-delimited JSON. The first line is the study, every other one a run. So
 * machines can write it while they work, and the files of several machines can be put one after the other.
 */
import { type CheckedStudy, checkStudy, RUNS_MAX, type StudyProblem } from './check-study.ts';
import { measureIds } from './measures.ts';
import { Results, type UnitResult } from './results.ts';
import { runCount, type Study } from './study.ts';

function studyLine(study: Study): string {
  return `${JSON.stringify({ study, measures: measureIds })}\n`;
}

function unitLine({ unit, numbers }: UnitResult): string {
  return `${JSON.stringify({ unit, numbers })}\n`;
}

/** A line for the study and one for each run, in the order of their units. A whole file can be too long for one string. */
export function* fileLines(results: Results): Generator<string> {
  yield studyLine(results.study);
  for (const unit of results.units()) yield unitLine(unit);
}

export type FileProblem =
  | { readonly kind: 'bad-line'; readonly line: number }
  /** Its shards aren't of one study. */
  | { readonly kind: 'other-study'; readonly line: number }
  /** Made by a version with other measures. */
  | { readonly kind: 'other-measures' }
  | { readonly kind: 'no-study' }
  | { readonly kind: 'bad-study'; readonly problem: StudyProblem };

export type ReadFile =
  /** `isCut`: the last line is incomplete, as of a machine that was stopped. The runs before it are there. */
  { readonly results: Results; readonly isCut: boolean } | { readonly problem: FileProblem };

/** Reads a file line by line. The lines can be anything, and come without their line breaks. */
export class RunsReader {
  #results: Results | null = null;
  #problem: FileProblem | null = null;
  #lines = 0;
  /** Whether the latest line is incomplete. */
  #isCut = false;

  /** @returns Whether the next line matters. */
  read(line: string): boolean {
    // Only the last line can be incomplete.
    if (this.#isCut) this.#problem = { kind: 'bad-line', line: this.#lines };
    this.#lines += 1;
    if (this.#problem === null && line.trim() !== '') this.#problem = this.#take(parsed(line));
    return this.#problem === null;
  }

  /** Call it after the last line. A text without a line break at its end has one more line than line breaks. */
  end(): ReadFile {
    if (this.#problem !== null) return { problem: this.#problem };
    if (this.#results === null) return { problem: { kind: 'no-study' } };
    return { results: this.#results, isCut: this.#isCut };
  }

  #take(value: Readonly<Record<string, unknown>> | null): FileProblem | null {
    if (value !== null && 'study' in value) {
      const read = readStudy(value, this.#results, this.#lines);
      if ('problem' in read) return read.problem;
      this.#results = read.results;
      return null;
    }
    if (this.#results === null) return { kind: 'no-study' };
    if (value === null) {
      this.#isCut = true;
      return null;
    }
    const unit = readUnit(value, runCount(this.#results.study));
    if (unit === null) return { kind: 'bad-line', line: this.#lines };
    this.#results.add(unit);
    return null;
  }
}

function readStudy(
  value: Readonly<Record<string, unknown>>,
  before: Results | null,
  line: number,
): { readonly results: Results } | { readonly problem: FileProblem } {
  if (JSON.stringify(value.measures) !== JSON.stringify(measureIds)) {
    return { problem: { kind: 'other-measures' } };
  }
  const checked: CheckedStudy = checkStudy(value.study, { runsMax: RUNS_MAX });
  if ('problems' in checked) {
    const [problem = { kind: 'not-a-study' }] = checked.problems;
    return { problem: { kind: 'bad-study', problem } };
  }
  if (before === null) return { results: new Results(checked.study) };
  const isSame = JSON.stringify(before.study) === JSON.stringify(checked.study);
  return isSame ? { results: before } : { problem: { kind: 'other-study', line } };
}

function readUnit(value: Readonly<Record<string, unknown>>, units: number): UnitResult | null {
  const { unit, numbers } = value;
  const isUnit = typeof unit === 'number' && Number.isInteger(unit) && unit >= 0 && unit < units;
  if (!isUnit) return null;
  if (numbers === null) return { unit, numbers };
  const isComplete =
    Array.isArray(numbers) &&
    numbers.length === measureIds.length &&
    numbers.every((each) => typeof each === 'number' && Math.abs(each) <= Number.MAX_SAFE_INTEGER);
  return isComplete ? { unit, numbers: numbers as number[] } : null;
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
