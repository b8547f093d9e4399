/** Applies each action to the player's state. Pure: the clock and the views only dispatch. */
import { nextServer } from '../simulation/commands/next-server.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { type VariantId, withVariant } from '../simulation/variants.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Detail } from '../trace/visible-events.ts';
import { compare } from './compare.ts';
import { indexOfStep } from './comparison.ts';
import { defaultComparison, firstComparison } from './default-comparison.ts';
import { hasFix, onOtherSide, onSide } from './fix.ts';
import { comparedStep } from './full-run-step.ts';
import { asWhole, withHidden } from './hide-nodes.ts';
import { nextBranch, presentBranch, type RunHistory } from './history.ts';
import {
  appliesToDiagram,
  choosePart,
  closeImported,
  goToNumber,
  isFull,
  openImported,
  restartDiagram,
  setFull,
  setView,
  syncDiagram,
  undoView,
} from './imported-player.ts';
import { isNavigation, move, type NavigationAction } from './navigate.ts';
import { openBeside, openLesson, openRun, tryScene } from './open-lesson.ts';
import {
  changeCommands,
  chooseBranch,
  operate,
  playCommands,
  redo,
  removeBranch,
  startOver,
  undo,
} from './operate.ts';
import { beginPredicting, reduceWhilePredicting, resumePredicting } from './predict.ts';
import { atReachedScene } from './reached-scene.ts';
import { rebased } from './rebase.ts';
import { recordingOf, reword } from './record.ts';
import { wholeOf } from './recording.ts';
import { withFocus } from './run-focus.ts';
import { withoutStaleSelection } from './selection.ts';
import type { Action, PlayerState } from './state.ts';
import { syncFromRemote } from './sync-from-remote.ts';
import { toggleTransit, withTransit } from './transit.ts';

export function reduce(state: PlayerState, action: Action): PlayerState {
  if (action.kind === 'return-to') return returnTo(state, action.state);
  const next =
    state.prediction === null
      ? reduceFreely(state, action)
      : reduceWhilePredicting(state, action, reduceFreely);
  return withFocus(withTransit(withoutStaleSelection(state, next)));
}

function reduceFreely(state: PlayerState, action: Action): PlayerState {
  if (state.recording.imported !== null && !appliesToDiagram(action)) return state;
  if (isNavigation(action)) return atReachedScene(state, move(state, action));
  if (appliesToShown.has(action.kind)) return reduceWhole(state, action);
  const whole = asWhole(state);
  const next = reduceWhole(whole, action);
  return next === whole ? state : withHidden(next, state);
}

/** Actions on what is shown. All others are applied to the run with all its nodes. */
const appliesToShown: ReadonlySet<Action['kind']> = new Set<Action['kind']>([
  'predict',
  'sync-from-remote',
  'toggle-transit',
]);

function reduceWhole(state: PlayerState, action: Exclude<Action, NavigationAction>): PlayerState {
  const next = atReachedScene(state, apply(state, action));
  // An action that itself chose a comparison for the new recording has already decided what is compared, and where.
  const isLeftBehind =
    next.comparison !== null && next.comparison === state.comparison && next.recording !== state.recording;
  return isLeftBehind ? keepComparing(state, next) : next;
}

/**
 * Changes apply to both sides. Choosing the comparison's variant for the run swaps the two. While the run shows the same
 * step as before, so does the comparison.
 */
function keepComparing(before: PlayerState, state: PlayerState): PlayerState {
  const { run } = before.recording;
  const variant = state.comparison?.variant ?? null;
  const present = state.recording.run && variantOf(state.recording.run.scenario);
  const isSwapped = present === variant && run !== null;
  const compared = before.comparison && wholeOf(before.comparison.recording).run;
  const isSameStep = state.recording.run?.steps[state.step]?.key === run?.steps[before.step]?.key;
  const beside = isSwapped
    ? { run, step: before.step }
    : compared && { run: compared, step: comparedStep(before) ?? 0 };
  return compare(state, isSwapped ? variantOf(run.scenario) : variant, isSameStep ? beside : null);
}

function returnTo(
  { phrasebook, speed, allowsMotion, showsFuture }: PlayerState,
  there: PlayerState,
): PlayerState {
  const returned = { ...there, speed, allowsMotion, showsFuture, isMoving: false, isPlaying: false };
  return phrasebook === there.phrasebook ? returned : reduce(returned, { kind: 'set-messages', phrasebook });
}

function apply(state: PlayerState, action: Exclude<Action, NavigationAction>): PlayerState {
  switch (action.kind) {
    case 'other-mode':
      return changeMode(state);
    case 'crash':
    case 'restart':
      return operate(state, { kind: action.kind, node: action.node });
    case 'toggle-power': {
      const { node } = action;
      return operate(state, { kind: isUp(state, node) ? 'crash' : 'restart', node });
    }
    case 'start-at':
      return move(state, { kind: 'go-to', step: indexOfStep(state, action.step) });
    case 'command':
      return operate(state, action.payload);
    case 'play-commands':
      return playCommands(state, action.commands);
    case 'change-commands':
      return changeCommands(state, action.commands);
    case 'add-server':
      return addServer(state);
    case 'undo':
      return state.recording.imported === null ? undo(state) : undoView(state);
    case 'set-transit':
      return { ...state, transit: action.transit };
    case 'toggle-transit':
      return toggleTransit(state);
    case 'set-focus':
      return state.recording.run === null ? state : { ...state, focus: action.node };
    case 'set-hidden':
      return state.recording.run === null
        ? state
        : { ...state, hidden: [...new Set(action.nodes)], isPlaying: false };
    case 'set-view':
      return setView(state, action.view);
    case 'redo':
      return redo(state);
    case 'next-branch':
      return chooseBranch(state, nextBranch(state.history));
    case 'choose-branch':
      return chooseBranch(state, action.branch);
    case 'remove-branch':
      return removeBranch(state);
    case 'choose-side': {
      const { run } = state.recording;
      return run === null || !hasFix(state.lesson)
        ? state
        : change(state, onSide(state.lesson, run.scenario, action.side));
    }
    case 'toggle-compare': {
      const { run } = state.recording;
      return compare(
        state,
        state.comparison === null && run !== null ? firstComparison(state.lesson, run.scenario) : null,
      );
    }
    case 'compare-with':
      return compare(state, action.variant);
    case 'choose-variant':
      return chooseVariant(state, action.variant);
    case 'set-detail':
      return setDetail(state, action.detail);
    case 'toggle-detail':
      if (state.recording.imported !== null) return setFull(state, !isFull(state));
      return setDetail(state, state.recording.run?.detail === 'full' ? 'essential' : 'full');
    case 'change-scenario':
      return change(state, action.scenario);
    case 'open-run':
      return openRun(state, action);
    case 'open-lesson':
      return openLesson(state, action.lesson, action.lessonPosition);
    case 'try-scene':
      return tryScene(state, action.scene);
    case 'sync-from-remote': {
      const { there, predicting } = action;
      const arrived = syncFromRemote(state, there);
      return predicting === null ? arrived : resumePredicting(arrived, predicting);
    }
    case 'next-scene':
      return openBeside(state, 1);
    case 'previous-scene':
      return openBeside(state, -1);
    case 'start-over':
      return state.recording.imported === null ? startOver(state) : restartDiagram(state);
    case 'open-imported':
      return openImported(state, action);
    case 'close-imported':
      return closeImported(state);
    case 'sync-diagram':
      return syncDiagram(state, action);
    case 'choose-part':
      return choosePart(state, action);
    case 'go-to-number':
      return goToNumber(state, action.number);
    case 'set-messages': {
      const { phrasebook } = action;
      const recording = reword(state.recording, phrasebook);
      const suspendedRun = state.suspendedRun && {
        ...state.suspendedRun,
        recording: reword(state.suspendedRun.recording, phrasebook),
      };
      return { ...state, phrasebook, recording, suspendedRun };
    }
    case 'return-to':
      return returnTo(state, action.state);
    case 'predict':
      return action.isOn ? beginPredicting(state) : state;
    case 'choose-option':
    case 'count-hands':
    case 'type-digit':
    case 'go-on':
    case 'reveal':
    case 'skip-question':
    case 'put-away':
      // No question is open.
      return state;
    default:
      throw new Error(`Unknown action ${action satisfies never}`);
  }
}

function isUp({ recording, step: present }: PlayerState, node: string): boolean {
  return recording.run?.states[present]?.snapshot.get(node)?.isUp ?? false;
}

function addServer(state: PlayerState): PlayerState {
  const present = state.recording.run?.states[state.step];
  const node = present && nextServer({ nodes: present.snapshot });
  return node === undefined ? state : operate(state, { kind: 'add', node });
}

/** Keeps script, faults and position, and simulates the rest again. */
function change(state: PlayerState, scenario: Scenario): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  const history = rebased(state.history, scenario);
  const commands = history === state.history ? run.commands : presentBranch(history).commands;
  const recording = recordingOf({ ...run, scenario, commands }, state.phrasebook);
  const place = recording.run === null ? 0 : alignmentOf(run, recording.run)(state.step);
  const openedOver = openedOverIn(state, history);
  return { ...state, recording, history, openedOver, step: place, isMoving: false, isPlaying: false };
}

/** The scenario may lack what the branch with which the run was opened names. */
function openedOverIn({ openedOver, history: before }: PlayerState, history: RunHistory) {
  if (openedOver === null) return null;
  const { branch } = openedOver;
  const isThere = branch !== before.present && history.all.some(({ id }) => id === branch);
  return isThere ? openedOver : { ...openedOver, branch: history.present };
}

/** The same run in another detail. Shows the same step, or the last one before it that this detail has. */
function setDetail(state: PlayerState, detail: Detail): PlayerState {
  if (state.recording.imported !== null) return setFull(state, detail === 'full');
  const { run } = state.recording;
  if (run === null || run.detail === detail) return state;
  const recording = recordingOf({ ...run, detail }, state.phrasebook);
  const step = recording.run === null ? 0 : alignmentOf(run, recording.run)(state.step);
  return { ...state, recording, step, isMoving: false, isPlaying: false };
}

function changeMode(state: PlayerState): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  if (hasFix(state.lesson)) return change(state, onOtherSide(state.lesson, run.scenario));
  return chooseVariant(state, defaultComparison(run.scenario));
}

function chooseVariant(state: PlayerState, variant: VariantId): PlayerState {
  const { run } = state.recording;
  return run === null ? state : change(state, withVariant(run.scenario, variant));
}
