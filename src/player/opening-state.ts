/** The state in which a run is opened. */
import type { Lesson } from '../lessons/lesson.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Command } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { createHistory } from './create-history.ts';
import { type LessonPosition, lessonPositionAt, stepAt } from './lesson-position.ts';
import { type Recording, shownStepAtOrBefore, wholeOf, wholeStep } from './recording.ts';
import { type PlayerState, stateOf } from './state.ts';

export interface Opening {
  readonly lesson: Lesson;
  readonly phrasebook: Phrasebook;
  readonly recording: Recording;
  /** Branches that were tried before, besides the recording's own. */
  readonly branches?: readonly (readonly Command[])[];
  /** An index from 0, clamped to the steps that exist. Default: the lesson's opening. */
  readonly step?: number;
  /** Default: that of the step. */
  readonly lessonPosition?: LessonPosition;
  /** The nodes that the recording hides. Default: none. */
  readonly hidden?: readonly NodeId[];
  readonly allowsMotion?: boolean;
}

export function openingState(opening: Opening): PlayerState {
  const { lesson, phrasebook, recording, hidden = [], allowsMotion = true } = opening;
  const opensAt = opening.step === undefined ? openingStep(lesson, wholeOf(recording)) : null;
  const step = opensAt === null ? (opening.step ?? 0) : shownStepAtOrBefore(recording, opensAt);
  const shown = Math.min(Math.max(0, step), recording.diagram.steps.length - 1);
  const present = opensAt ?? wholeStep(recording, shown);
  const { run } = wholeOf(recording);
  const lessonPosition =
    opening.lessonPosition ?? (run === null ? 'opening' : lessonPositionAt(lesson, run, present));
  return stateOf({
    lesson,
    lessonPosition,
    phrasebook,
    recording,
    history: createHistory(recording.run?.commands ?? [], opening.branches),
    step: shown,
    hidden,
    stepBeforeHiding: recording.hiding === undefined ? null : { at: shown, step: present, comparison: null },
    allowsMotion,
  });
}

/** @param recording With all nodes. */
export function openingStep({ opensAt }: Lesson, { run }: Recording): number {
  return run === null ? 0 : stepAt(run, opensAt);
}
