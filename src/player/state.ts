/** Everything the player knows. What is on the screen is derived from the recording and the step, and from nothing else. */

import type { Lesson } from '../lessons/lesson.ts';
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Command } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { VariantId } from '../simulation/variants.ts';
import type { Detail } from '../trace/visible-events.ts';
import type { Comparison } from './comparison.ts';
import { type BranchId, createHistory, type RunHistory } from './history.ts';
import { type LessonPosition, lessonPositionAt, stepAt } from './lesson-position.ts';
import type { PlayerLocation } from './location.ts';
import type { Prediction, PredictionAction, PredictionPlace } from './prediction.ts';
import type { Recording } from './recording.ts';
import type { Selection } from './selection.ts';

export const speeds = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

export interface PlayerState {
  readonly lesson: Lesson;
  /** The situation of the lesson that was last come to. */
  readonly lessonPosition: LessonPosition;
  readonly phrasebook: Phrasebook;
  readonly recording: Recording;
  /** The futures that were tried; the recording is that of the present one. */
  readonly history: RunHistory;
  /** What it is compared with; null while nothing is. */
  readonly comparison: Comparison | null;
  /** Null while nobody predicts. */
  readonly prediction: Prediction | null;
  /** The step that is shown, an index from 0. */
  readonly step: number;
  /** What is looked at closely; null for the present step. */
  readonly selection: Selection | null;
  /** Whether what brought about the step that is looked at is marked. */
  readonly showsCauses: boolean;
  /** What a imported lies over, untouched until the imported is put away; null without one. */
  readonly suspendedRun: { readonly recording: Recording; readonly step: number } | null;
  readonly isPlaying: boolean;
  /** The present step's message is still on its way across the stage. */
  readonly isMoving: boolean;
  readonly speed: Speed;
  /** What is to come is on the stage, too, in grey: to look something up, or to plan a command. */
  readonly showsFuture: boolean;
  /** False for people who prefer reduced motion: every step appears finished. */
  readonly allowsMotion: boolean;
}

export type Action =
  | { readonly kind: 'next-step' | 'previous-step' | 'first-step' | 'last-step' }
  | { readonly kind: 'next-request' | 'previous-request' }
  /** A place on the slider: a step, or while comparing a scene of both. */
  | { readonly kind: 'go-to'; readonly step: number }
  | { readonly kind: 'toggle-play' }
  /** The clock's own step while playing; a person's step pauses. */
  | { readonly kind: 'advance' }
  | { readonly kind: 'finish-motion' }
  | { readonly kind: 'faster' | 'slower' }
  | { readonly kind: 'set-speed'; readonly speed: Speed }
  | { readonly kind: 'other-mode' }
  | { readonly kind: 'crash' | 'restart' | 'toggle-power'; readonly node: NodeId }
  | { readonly kind: 'command'; readonly payload: CommandPayload }
  /** The next one that is free. */
  | { readonly kind: 'add-server' }
  | { readonly kind: 'select'; readonly selection: Selection | null }
  | { readonly kind: 'inspect-earlier' | 'inspect-later' }
  | { readonly kind: 'toggle-causes' }
  | { readonly kind: 'undo' | 'redo' | 'next-branch' | 'remove-branch' }
  | { readonly kind: 'toggle-compare' }
  | { readonly kind: 'compare-with'; readonly variant: VariantId }
  | { readonly kind: 'choose-branch'; readonly branch: BranchId }
  | { readonly kind: 'choose-variant'; readonly variant: VariantId }
  /** How much of the run is shown; the place stays. */
  | { readonly kind: 'set-detail'; readonly detail: Detail }
  | { readonly kind: 'toggle-detail' }
  | { readonly kind: 'toggle-future' }
  /** Script, faults and place stay where the other scenario has them, too. */
  | { readonly kind: 'change-scenario'; readonly scenario: Scenario }
  /** Another run of the present lesson, as somebody has saved it. */
  | {
      readonly kind: 'open-run';
      readonly scenario: Scenario;
      readonly commands: readonly Command[];
      /** The other futures that were tried. */
      readonly futures?: readonly (readonly Command[])[];
    }
  | { readonly kind: 'open-lesson'; readonly lesson: Lesson; readonly lessonPosition: LessonPosition }
  /** To where another window is; null where nobody predicts there. */
  | {
      readonly kind: 'sync-from-remote';
      readonly there: PlayerLocation;
      readonly predicting: PredictionPlace | null;
    }
  | { readonly kind: 'next-scene' | 'previous-scene' }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'open-imported'; readonly imported: ImportedDiagram }
  | { readonly kind: 'close-imported' }
  | { readonly kind: 'set-messages'; readonly phrasebook: Phrasebook }
  | { readonly kind: 'allow-motion'; readonly allowed: boolean }
  /** Begins predicting, or ends it. */
  | { readonly kind: 'predict'; readonly isOn: boolean }
  | PredictionAction;

export interface Opening {
  readonly lesson: Lesson;
  readonly phrasebook: Phrasebook;
  readonly recording: Recording;
  /** Futures that were tried before, besides that of the recording. */
  readonly futures?: readonly (readonly Command[])[];
  /** An index from 0, taken to the nearest step that exists; without it the lesson says where to begin. */
  readonly step?: number;
  readonly allowsMotion?: boolean;
}

export function openingState(opening: Opening): PlayerState {
  const { lesson, phrasebook, recording, allowsMotion = true } = opening;
  const step = opening.step ?? openingStep(lesson, recording);
  const shown = Math.min(Math.max(0, step), recording.diagram.steps.length - 1);
  return {
    lesson,
    lessonPosition: recording.run === null ? 'opening' : lessonPositionAt(lesson, recording.run, shown),
    phrasebook,
    recording,
    history: createHistory(recording.run?.commands ?? [], opening.futures),
    comparison: null,
    prediction: null,
    step: shown,
    selection: null,
    showsCauses: false,
    suspendedRun: null,
    isPlaying: false,
    isMoving: false,
    showsFuture: false,
    speed: 1,
    allowsMotion,
  };
}

export function openingStep({ opensAt }: Lesson, { run }: Recording): number {
  return run === null ? 0 : stepAt(run, opensAt);
}
