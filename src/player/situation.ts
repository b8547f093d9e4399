/** Where a lesson's places are in a run, and which of its beats a run has come to. */
import type { Lesson, LessonBeat, Place, Situation } from '../lessons/lesson.ts';
import type { Run } from '../trace/run.ts';

/** An index from 0: the step that the place names, or the nearest that this run has. */
export function stepAt({ steps }: Pick<Run, 'steps'>, place: Place): number {
  const last = steps.length - 1;
  if (place === 'end') return last;
  const { stepsOn = 0 } = place;
  const named =
    'command' in place
      ? steps.findIndex((step) => step.key === `command ${place.command}`)
      : steps.findIndex(({ moment }) => moment.request === place.request && moment.at === place.at);
  return Math.min(Math.max(0, named) + stepsOn, last);
}

/**
 * The beat that the present step belongs to: of those that tell of this very run, the last that has been reached.
 * Null before the first, and once somebody has tried something else.
 */
export function presentBeat(lesson: Lesson, run: Run, step: number): LessonBeat | null {
  const reached = lesson.beats
    .filter((beat) => tellsOf(beat, lesson, run))
    .map((beat) => ({ beat, at: stepAt(run, beat.at) }))
    .filter(({ at }) => at <= step)
    .sort((one, other) => one.at - other.at);
  return reached.at(-1)?.beat ?? null;
}

/** Whether the situation is one of this run. Scenarios and commands are plain data. */
function tellsOf({ scenario, commands = [] }: Situation, lesson: Lesson, run: Run): boolean {
  return (
    JSON.stringify(commands) === JSON.stringify(run.commands) &&
    JSON.stringify(scenario ?? lesson.scenario) === JSON.stringify(run.scenario)
  );
}
