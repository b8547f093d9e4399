/**
 * The run that the page opens with unless a link asks for another one. Its diagram is generated at build time, so it can be
 * shown and stepped through before the simulation and the phrasebook are loaded.
 */
import { loaders } from 'virtual:opening-diagrams';
import { lessonPositions, opensAt } from 'virtual:opening-run';
import { firstLesson } from '../lessons/first-lesson.ts';
import { createHistory } from '../player/create-history.ts';
import { pendingPhrasebook } from '../player/pending-phrasebook.ts';
import { createPendingRun, type PendingRun } from '../player/pending-run.ts';
import { stateOf } from '../player/state.ts';
import type { SequenceDiagram } from '../sequence/model.ts';
import { variantOf } from '../simulation/variant-of.ts';
import type { LanguageId } from '../url/languages.ts';
import type { Link } from '../url/link.ts';
import { type Opened, stepProblem } from './opened.ts';

/** Whether this run is all that the link needs: any step, but no command, no other variant and no other detail. */
export function isOpeningRun(link: Link): boolean {
  const {
    lesson,
    run,
    variant,
    detail = 'essential',
    lessonPosition,
    compare,
    focus,
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
    focus === undefined &&
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

export interface OpenedAtOnce extends Opened {
  readonly pending: PendingRun;
}

/**
 * Its phrasebook is pending as well.
 *
 * @param link One of the opening run.
 */
export function openOpeningRun(link: Link, diagram: SequenceDiagram): OpenedAtOnce {
  const pending = createPendingRun(firstLesson.scenario);
  const step = link.step === undefined ? opensAt : link.step - 1;
  const shown = Math.min(Math.max(0, step), lessonPositions.length - 1);
  const state = stateOf({
    lesson: firstLesson,
    phrasebook: pendingPhrasebook,
    recording: { run: pending.run, imported: null, diagram },
    history: createHistory([]),
    step: shown,
    lessonPosition: lessonPositions[shown] ?? 'opening',
  });
  return { state, pending, problems: [...link.problems, ...stepProblem(link, state)] };
}
