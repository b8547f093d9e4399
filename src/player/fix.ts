/** A lesson's fix: the members in which its two scenarios differ, set to either side in any scenario. */
import { type Lesson, OTHER_SIDE } from '../lessons/lesson.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Comparison } from './comparison.ts';
import type { Recording } from './recording.ts';

export type FixSide = 'before' | 'after';

export function hasFix({ fixed }: Lesson): boolean {
  return fixed !== undefined;
}

/** The side that a scenario is on; null for a lesson without a fix. A scenario that is on neither counts as before. */
export function sideOf(lesson: Lesson, scenario: Scenario): FixSide | null {
  if (lesson.fixed === undefined) return null;
  const fixed = new Map(Object.entries(lesson.fixed));
  const own = new Map(Object.entries(scenario));
  return membersOfFix(lesson).every((name) => areEqual(own.get(name), fixed.get(name))) ? 'after' : 'before';
}

/** The scenario on that side. Everything else stays as it is. */
export function onSide(lesson: Lesson, scenario: Scenario, side: FixSide): Scenario {
  const source = side === 'after' ? lesson.fixed : lesson.scenario;
  if (source === undefined || source.kind !== scenario.kind) return scenario;
  const changed = Object.fromEntries(
    Object.entries(source).filter(([name]) => membersOfFix(lesson).includes(name)),
  );
  // Members of a scenario of the same kind, so it stays one.
  return { ...scenario, ...changed } as Scenario;
}

export function onOtherSide(lesson: Lesson, scenario: Scenario): Scenario {
  return onSide(lesson, scenario, sideOf(lesson, scenario) === 'after' ? 'before' : 'after');
}

/** The part of the player's state that names what is compared. */
interface Comparing {
  readonly lesson: Lesson;
  readonly recording: Recording;
  readonly comparison: Pick<Comparison, 'variant'> | null;
}

/** The side on the stage, while it's compared with the other one; null otherwise. */
export function ownSide({ lesson, recording: { run }, comparison }: Comparing): FixSide | null {
  return run === null || comparison?.variant !== OTHER_SIDE ? null : sideOf(lesson, run.scenario);
}

/** The side beside it. */
export function comparedSide(state: Comparing): FixSide | null {
  const own = ownSide(state);
  return own === null ? null : own === 'before' ? 'after' : 'before';
}

/** The names of the members that the fix changes. */
export function membersOfFix({ scenario, fixed }: Lesson): readonly string[] {
  if (fixed === undefined) return [];
  const before = new Map(Object.entries(scenario));
  return Object.entries(fixed).flatMap(([name, value]) => (areEqual(before.get(name), value) ? [] : [name]));
}

/** Scenarios are plain data. */
function areEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
