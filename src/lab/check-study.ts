/** Validates a study from a form, an address or a file. A problem is a value, which a phrasebook words. */
import { strategyIds } from '../simulation/strategies/strategies.ts';
import { isRecord } from '../simulation/validation/is-record.ts';
import { SEED_MAX } from '../simulation/validation/limits.ts';
import { CRASHES_MAX } from './faults.ts';
import { measureIds } from './measures.ts';
import { arrivalsOf, type ParameterId, parameterIds, parameterOf, Values } from './parameters.ts';
import { horizonUsOf } from './run-point.ts';
import { scriptIds } from './scripts.ts';
import { pointsOf, runCount, type Study, settingsAt } from './study.ts';

const RUNS_PER_POINT_MAX = 10_000;
/** More runs take longer than a reader waits for a page. `npm run lab` has a higher limit. */
export const PAGE_RUNS_MAX = 200_000;
export const RUNS_MAX = 10_000_000;
export const AXIS_VALUES_MAX = 100;
/** An unknown name is shown up to here. */
const NAME_CHARACTERS_MAX = 40;

export type StudyProblem =
  /** It isn't an object, so nothing more can be said. */
  | { readonly kind: 'not-a-study' }
  /** A member that is missing or has the wrong type. */
  | { readonly kind: 'bad-field'; readonly field: keyof Study }
  /** A member names something that doesn't exist. */
  | { readonly kind: 'unknown-name'; readonly field: keyof Study; readonly name: string }
  | { readonly kind: 'same-strategy'; readonly name: string }
  | { readonly kind: 'no-strategy' }
  | { readonly kind: 'no-values'; readonly parameter: ParameterId }
  | { readonly kind: 'too-many-values'; readonly parameter: ParameterId; readonly max: number }
  | { readonly kind: 'same-axis'; readonly parameter: ParameterId }
  | {
      readonly kind: 'out-of-range';
      readonly parameter: ParameterId;
      readonly isWhole: boolean;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'unknown-choice'; readonly parameter: ParameterId }
  | { readonly kind: 'bad-runs'; readonly max: number }
  | { readonly kind: 'bad-seed'; readonly max: number }
  | { readonly kind: 'too-many-runs'; readonly runs: number; readonly max: number }
  | { readonly kind: 'too-many-servers'; readonly max: number }
  /** So many crashes in one run that its list of commands would be too long. */
  | { readonly kind: 'too-many-crashes'; readonly max: number };

export type CheckedStudy = { readonly study: Study } | { readonly problems: readonly StudyProblem[] };

/** @param given Plain data, or any value. Never throws. */
export function checkStudy(given: unknown, { runsMax = PAGE_RUNS_MAX } = {}): CheckedStudy {
  const misfits = shapeProblems(given);
  if (misfits.length > 0) return { problems: misfits };
  const study = given as Study;
  const problems: StudyProblem[] = [];
  if (study.strategies.length === 0) problems.push({ kind: 'no-strategy' });
  checkAxes(study, problems);
  for (const [id, value] of Object.entries(study.settings)) {
    checkValue(id as ParameterId, value, problems);
  }
  if (!isWhole(study.runsPerPoint, 1, RUNS_PER_POINT_MAX)) {
    problems.push({ kind: 'bad-runs', max: RUNS_PER_POINT_MAX });
  }
  if (!isWhole(study.seed, 0, SEED_MAX)) problems.push({ kind: 'bad-seed', max: SEED_MAX });
  if (problems.length > 0) return { problems };
  const runs = runCount(study);
  if (runs > runsMax) problems.push({ kind: 'too-many-runs', runs, max: runsMax });
  else checkPoints(study, problems);
  return problems.length > 0 ? { problems } : { study };
}

function checkAxes({ axes }: Study, problems: StudyProblem[]): void {
  const [first, second] = axes;
  if (first !== undefined && first.parameter === second?.parameter) {
    problems.push({ kind: 'same-axis', parameter: first.parameter });
  }
  for (const { parameter, values } of axes) {
    if (values.length === 0) problems.push({ kind: 'no-values', parameter });
    if (values.length > AXIS_VALUES_MAX) {
      problems.push({ kind: 'too-many-values', parameter, max: AXIS_VALUES_MAX });
    }
    const found: StudyProblem[] = [];
    for (const value of values) if (found.length === 0) checkValue(parameter, value, found);
    problems.push(...found);
  }
}

function checkValue(id: ParameterId, value: unknown, problems: StudyProblem[]): void {
  const parameter = parameterOf(id);
  if (parameter.kind === 'choice') {
    if (!parameter.values.some((each) => each === value)) {
      problems.push({ kind: 'unknown-choice', parameter: id });
    }
    return;
  }
  const { min, max, unit } = parameter;
  const isCount = unit === 'one';
  const isFit = typeof value === 'number' && value >= min && value <= max;
  if (!isFit || (isCount && !Number.isInteger(value))) {
    problems.push({ kind: 'out-of-range', parameter: id, isWhole: isCount, min, max });
  }
}

/** What depends on several parameters together. */
function checkPoints(study: Study, problems: StudyProblem[]): void {
  const [strategy] = study.strategies;
  if (strategy === undefined) return;
  for (const point of pointsOf({ ...study, strategies: [strategy] })) {
    const values = new Values(settingsAt(study, point));
    const servers = values.number('servers') + values.number('addedServers');
    const serversMax = parameterOf('servers');
    if (serversMax.kind === 'number' && servers > serversMax.max) {
      problems.push({ kind: 'too-many-servers', max: serversMax.max });
      return;
    }
    const { arrivesWithinUs } = arrivalsOf(values, values.number('clients'));
    const crashes = (values.number('crashesPerMinute') * horizonUsOf(values, arrivesWithinUs)) / 60_000_000;
    if (crashes > CRASHES_MAX) {
      problems.push({ kind: 'too-many-crashes', max: CRASHES_MAX });
      return;
    }
  }
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

/** What is wrong with its members, their types and the names in them. The numbers can be anything. */
function shapeProblems(given: unknown): readonly StudyProblem[] {
  if (!isRecord(given)) return [{ kind: 'not-a-study' }];
  return [
    ...axisProblems(given.axes),
    ...nameProblems('strategies', given.strategies, strategyIds),
    ...nameProblems('script', [given.script], scriptIds),
    ...nameProblems('settings', isRecord(given.settings) ? Object.keys(given.settings) : null, parameterIds),
    ...nameProblems('measure', [given.measure], measureIds),
    ...(['runsPerPoint', 'seed'] as const)
      .filter((field) => typeof given[field] !== 'number')
      .map((field): StudyProblem => ({ kind: 'bad-field', field })),
  ];
}

function axisProblems(axes: unknown): readonly StudyProblem[] {
  const areAxes =
    Array.isArray(axes) &&
    axes.length >= 1 &&
    axes.length <= 2 &&
    axes.every((axis) => isRecord(axis) && Array.isArray(axis.values));
  if (!areAxes) return [{ kind: 'bad-field', field: 'axes' }];
  return nameProblems(
    'axes',
    axes.map(({ parameter }) => parameter),
    parameterIds,
  );
}

/** @param names Null where they can't be read. */
function nameProblems(field: keyof Study, names: unknown, known: readonly string[]): readonly StudyProblem[] {
  if (!Array.isArray(names) || names.some((name) => typeof name !== 'string')) {
    return [{ kind: 'bad-field', field }];
  }
  const all: readonly string[] = names;
  const twice = all.find((name, index) => all.indexOf(name) < index);
  return [
    ...[...new Set(all)]
      .filter((name) => !known.includes(name))
      .map(
        (name): StudyProblem => ({ kind: 'unknown-name', field, name: name.slice(0, NAME_CHARACTERS_MAX) }),
      ),
    ...(field === 'strategies' && twice !== undefined
      ? [{ kind: 'same-strategy' as const, name: twice }]
      : []),
  ];
}
