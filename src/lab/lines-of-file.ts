/**
 * The file of a study and its runs: newline-delimited JSON. The first line is the study, every other one a run. So
 * machines can write it while they work, and the files of several machines can be put one after the other.
 */
import { type CheckedStudy, checkStudy, RUNS_MAX, type StudyProblem } from './check-study.ts';
import { measureIds } from './measures.ts';
import { Results, type UnitResult } from './results.ts';
import { runCount, type Study } from './study.ts';

function studyLine(study: Study): string {
  return JSON.stringify({ study, measures: measureIds });
}

function unitLine({ unit, numbers }: UnitResult): string {
  return JSON.stringify({ unit, numbers });
}

/** The lines of all runs, in the order of their units. */
export function fileOf(results: Results): string {
  return `${[studyLine(results.study), ...[...results.units()].map(unitLine)].join('\n')}\n`;
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

/** @param text Anything at all. Never throws. */
export function readFile(text: string): ReadFile {
  const reading = readingFile(text);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** The same in pieces: a file can have millions of lines. */
export function* readingFile(text: string): Generator<void, ReadFile, void> {
  let results: Results | null = null;
  let number = 0;
  for (const { line, isLast } of linesOf(text)) {
    number += 1;
    yield;
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value === null) {
      if (isLast && results !== null) return { results, isCut: true };
      return { problem: results === null ? { kind: 'no-study' } : { kind: 'bad-line', line: number } };
    }
    if ('study' in value) {
      const read = readStudy(value, results, number);
      if ('problem' in read) return read;
      results = read.results;
    } else {
      if (results === null) return { problem: { kind: 'no-study' } };
      const unit = readUnit(value, runCount(results.study));
      if (unit === null) return { problem: { kind: 'bad-line', line: number } };
      results.add(unit);
    }
  }
  return results === null ? { problem: { kind: 'no-study' } } : { results, isCut: false };
}

/** One after the other, because all lines at once would need as much memory as the file again. */
function* linesOf(text: string): Generator<{ readonly line: string; readonly isLast: boolean }> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const isLast = end < 0;
    yield { line: text.slice(from, isLast ? text.length : end), isLast };
    from = isLast ? text.length + 1 : end + 1;
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
    numbers.every((each) => typeof each === 'number');
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
