/**
 * The run that the page opens with unless a link asks for another one. The run and its diagram are generated at build
 * time, so it can be shown and stepped through before the simulation and the phrasebook are loaded.
 */
import { loaders } from 'virtual:opening-diagrams';
import { events, scores, steps } from 'virtual:opening-run';
import { firstLesson } from '../lessons/first-lesson.ts';
import { pendingPhrasebook } from '../player/pending-phrasebook.ts';
import { openingState } from '../player/state.ts';
import type { SequenceDiagram } from '../sequence/model.ts';
import { variantOf } from '../simulation/variants.ts';
import { statesOf } from '../trace/snapshots.ts';
import type { LanguageId } from '../url/languages.ts';
import type { Link } from '../url/link.ts';
import { nodeProblems, type Opened, stepProblem } from './opened.ts';

/** Whether this run is all that the link needs: any step, but no command, no other variant and no other detail. */
export function isOpeningRun(link: Link): boolean {
  const {
    lesson,
    run,
    variant,
    detail = 'essential',
    lessonPosition,
    compare,
    hide,
    predict,
    presenter,
  } = link;
  return (
    lesson === firstLesson &&
    run === null &&
    (variant === undefined || variant === variantOf(firstLesson.scenario)) &&
    detail === 'essential' &&
    lessonPosition === undefined &&
    compare === undefined &&
    hide === undefined &&
    predict !== true &&
    presenter === undefined
  );
}

/** @returns Null for the pseudo-locale, whose texts aren't generated. */
export async function loadOpeningDiagram(language: LanguageId): Promise<SequenceDiagram | null> {
  const load = loaders[language];
  if (load === undefined) return null;
  const { heads, ...diagram } = (await load()).diagram;
  return { ...diagram, headsAt: (step) => heads[step] ?? [] };
}

/**
 * Its phrasebook is pending.
 *
 * @param link One of the opening run.
 */
export function openOpeningRun(link: Link, diagram: SequenceDiagram): Opened {
  const { scenario } = firstLesson;
  const states = statesOf(events, steps);
  const run = { scenario, commands: [], detail: 'essential', events, steps, states, scores } as const;
  const state = openingState({
    lesson: firstLesson,
    phrasebook: pendingPhrasebook,
    recording: { run, imported: null, diagram },
    ...(link.step !== undefined && { step: link.step - 1 }),
  });
  return { state, problems: [...link.problems, ...stepProblem(link, state), ...nodeProblems(link, state)] };
}
