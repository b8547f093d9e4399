/** The player's whole state. Views derive the screen from the recording and the step alone. */

import type { ComparedWith, Lesson } from '../lessons/lesson.ts';
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import type { DiagramView, WalkOptions } from '../sequence/model.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Command } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { VariantId } from '../simulation/variants.ts';
import type { Detail } from '../trace/visible-events.ts';
import type { Comparison } from './comparison.ts';
import type { FixSide } from './fix.ts';
import type { StepBeforeHiding } from './full-run-step.ts';
import type { BranchId, OpenedOver, RunHistory } from './history.ts';
import type { LessonPosition } from './lesson-position.ts';
import type { PlayerLocation } from './location.ts';
import type { Prediction, PredictionAction, PredictionProgress } from './prediction.ts';
import type { Recording } from './recording.ts';
import type { Selection } from './selection.ts';
import type { Transit } from './transit-choice.ts';

export const speeds = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

export interface PlayerState {
  readonly lesson: Lesson;
  /** The lesson's position that was last reached. */
  readonly lessonPosition: LessonPosition;
  readonly phrasebook: Phrasebook;
  readonly recording: Recording;
  /** The branches that were tried. The recording belongs to the present one. */
  readonly history: RunHistory;
  /** Null if it wasn't opened in place of something else. */
  readonly openedOver: OpenedOver | null;
  /** Null while not comparing. */
  readonly comparison: Comparison | null;
  /** Null while not predicting. */
  readonly prediction: Prediction | null;
  /** The shown step, an index from 0. */
  readonly step: number;
  /** What the inspector shows; null for the present step. */
  readonly selection: Selection | null;
  /** Whether the causes of the selected step are marked. */
  readonly showsCauses: boolean;
  /** The run below an imported diagram, unchanged until the diagram is closed; null without one. */
  readonly suspendedRun: { readonly recording: Recording; readonly step: number } | null;
  /** Whether messages are drawn aslant; null for the diagram's own choice. */
  readonly transit: Transit | null;
  /** The node of a run whose messages stand out. An imported diagram's is part of what is shown of it. */
  readonly focus: NodeId | null;
  /** Nodes of a run that aren't shown, and their messages. An imported diagram's are part of what is shown of it. */
  readonly hidden: readonly NodeId[];
  /** While nodes are hidden: the reader's place in the whole run, until they move. Read it by `fullRunStep`. */
  readonly stepBeforeHiding: StepBeforeHiding | null;
  /** What was shown of an imported diagram before, the latest last. */
  readonly earlierViews: readonly DiagramView[];
  readonly isPlaying: boolean;
  /** Whether the present step's message is still on its way across the stage. */
  readonly isMoving: boolean;
  readonly speed: Speed;
  /** Whether upcoming steps are shown in grey: to look something up, or to plan a command. */
  readonly showsFuture: boolean;
  /** False for people who prefer reduced motion: every step appears completed. */
  readonly allowsMotion: boolean;
}

export type Action =
  | { readonly kind: 'next-step' | 'previous-step' | 'first-step' | 'last-step' }
  | { readonly kind: 'next-request' | 'previous-request' }
  /** A position of the slider: a step, or a pair of steps while comparing. */
  | { readonly kind: 'go-to'; readonly step: number }
  /** Starts from a step of the whole run, even one that a question hides: what comes before isn't asked. */
  | { readonly kind: 'start-at'; readonly step: number }
  | { readonly kind: 'toggle-play' }
  /** The clock's own step while playing. A person's step pauses. */
  | { readonly kind: 'advance' }
  | { readonly kind: 'finish-motion' }
  | { readonly kind: 'faster' | 'slower' }
  | { readonly kind: 'set-speed'; readonly speed: Speed }
  /** The other mode; where the lesson has a fix, its other side. */
  | { readonly kind: 'other-mode' }
  /** A side of the lesson's fix. The position stays. */
  | { readonly kind: 'choose-side'; readonly side: FixSide }
  | { readonly kind: 'crash' | 'restart' | 'toggle-power'; readonly node: NodeId }
  | { readonly kind: 'command'; readonly payload: CommandPayload }
  /** Plays a branch with exactly these commands, from where it leaves the present one. */
  | { readonly kind: 'play-commands'; readonly commands: readonly Command[] }
  /** The run with exactly these commands, on a branch of its own. The position stays. */
  | { readonly kind: 'change-commands'; readonly commands: readonly Command[] }
  /** The next free server. */
  | { readonly kind: 'add-server' }
  | { readonly kind: 'select'; readonly selection: Selection | null }
  | { readonly kind: 'inspect-earlier' | 'inspect-later' }
  | { readonly kind: 'toggle-causes' }
  | { readonly kind: 'undo' | 'redo' | 'next-branch' | 'remove-branch' }
  | { readonly kind: 'toggle-compare' }
  | { readonly kind: 'compare-with'; readonly variant: ComparedWith }
  | { readonly kind: 'choose-branch'; readonly branch: BranchId }
  | { readonly kind: 'choose-variant'; readonly variant: VariantId }
  /** How much of the run is shown. The position stays. */
  | { readonly kind: 'set-detail'; readonly detail: Detail }
  | { readonly kind: 'toggle-detail' }
  | { readonly kind: 'toggle-future' }
  /** Keeps script, faults and position where the other scenario has them, too. */
  | {
      readonly kind: 'change-scenario';
      readonly scenario: Scenario;
      /** Whether Undo and Back take it back. Otherwise it belongs to the change before, or the reader switches it back. */
      readonly isUndoable?: boolean;
    }
  /** Another run of the present lesson, such as a saved one, or of another one. */
  | {
      readonly kind: 'open-run';
      readonly lesson?: Lesson;
      readonly scenario: Scenario;
      readonly commands: readonly Command[];
      /** The other branches that were tried. */
      readonly branches?: readonly (readonly Command[])[];
    }
  | { readonly kind: 'open-lesson'; readonly lesson: Lesson; readonly lessonPosition: LessonPosition }
  /** Opens the run of a scene, an index from 0, at its first command. */
  | { readonly kind: 'try-scene'; readonly scene: number }
  /** Syncs with another window; null where that window isn't predicting. */
  | {
      readonly kind: 'sync-from-remote';
      readonly there: PlayerLocation;
      readonly predicting: PredictionProgress | null;
    }
  | { readonly kind: 'next-scene' | 'previous-scene' }
  | { readonly kind: 'start-over' }
  /** To a state from before something else was opened. The reader's own settings stay as they are now. */
  | { readonly kind: 'return-to'; readonly state: PlayerState }
  /** `code` is the diagram in an address; without one it has no address. */
  | {
      readonly kind: 'open-imported';
      readonly imported: ImportedDiagram;
      readonly code?: string;
      readonly walk?: WalkOptions;
      /** A position of the slider. Default: the first. */
      readonly timelineIndex?: number;
      readonly transit?: Transit | null;
    }
  /** Shows another window's diagram and place. */
  | {
      readonly kind: 'sync-diagram';
      readonly imported: ImportedDiagram;
      readonly code: string;
      readonly walk: WalkOptions;
      readonly timelineIndex: number;
      readonly transit: Transit | null;
    }
  /** Takes a part of a frame with alternatives: both are indices. Without a block, of the innermost frame here. */
  | { readonly kind: 'choose-part'; readonly block: number | null; readonly part: number }
  /** To the message that the diagram numbers so, or else to the stop of this number. */
  | { readonly kind: 'go-to-number'; readonly number: number }
  /** What is shown of an imported diagram. */
  | { readonly kind: 'set-view'; readonly view: DiagramView }
  | { readonly kind: 'set-transit'; readonly transit: Transit | null }
  | { readonly kind: 'toggle-transit' }
  /** Of a run; null for all alike. */
  | { readonly kind: 'set-focus'; readonly node: NodeId | null }
  | { readonly kind: 'set-hidden'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'close-imported' }
  | { readonly kind: 'set-messages'; readonly phrasebook: Phrasebook }
  | { readonly kind: 'allow-motion'; readonly allowed: boolean }
  /** Starts or stops predicting. */
  | { readonly kind: 'predict'; readonly isOn: boolean }
  | PredictionAction;

/** What a page opens with. The rest of a state is the same at every opening. */
export type Opened = Pick<
  PlayerState,
  'lesson' | 'lessonPosition' | 'phrasebook' | 'recording' | 'history' | 'step'
> &
  Partial<Pick<PlayerState, 'hidden' | 'stepBeforeHiding' | 'allowsMotion'>>;

export function stateOf(opened: Opened): PlayerState {
  return {
    openedOver: null,
    comparison: null,
    prediction: null,
    selection: null,
    showsCauses: false,
    suspendedRun: null,
    earlierViews: [],
    transit: null,
    focus: null,
    hidden: [],
    stepBeforeHiding: null,
    isPlaying: false,
    isMoving: false,
    showsFuture: false,
    speed: 1,
    allowsMotion: true,
    ...opened,
  };
}
