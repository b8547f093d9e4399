/**
 * The run that the page opens with unless a link asks for another one. Its events are generated at build time, so it can
 * be shown and stepped through before the simulation is loaded.
 */
import { events } from 'virtual:opening-run';
import { firstLesson } from '../lessons/first-lesson.ts';
import { recordingOfRun } from '../player/recording.ts';
import { openingState } from '../player/state.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import { variantOf } from '../simulation/variants.ts';
import { readTrace } from '../trace/read-trace.ts';
import type { Link } from '../url/link.ts';
import { type Opened, stepProblem } from './opened.ts';

/** Whether this run is all that the link needs: any step and either detail, but no command and no other variant. */
export function isOpeningRun(link: Link): boolean {
  const { lesson, run, variant, lessonPosition, compare, predict, presenter } = link;
  return (
    lesson === firstLesson &&
    run === null &&
    (variant === undefined || variant === variantOf(firstLesson.scenario)) &&
    lessonPosition === undefined &&
    compare === undefined &&
    predict !== true &&
    presenter === undefined
  );
}

/** @param link One of the opening run. */
export function openOpeningRun(link: Link, phrasebook: Phrasebook): Opened {
  const { scenario } = firstLesson;
  const run = { scenario, commands: [], ...readTrace(events, link.detail) };
  const state = openingState({
    lesson: firstLesson,
    phrasebook,
    recording: recordingOfRun(run, phrasebook),
    ...(link.step !== undefined && { step: link.step - 1 }),
  });
  return { state, problems: [...link.problems, ...stepProblem(link, state)] };
}
