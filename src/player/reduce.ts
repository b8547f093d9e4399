/** What each action makes of the player's state. Pure: the clock and the views only dispatch. */

import { nextServer } from '../simulation/commands/add.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { type VariantId, variantOf, withVariant } from '../simulation/variants.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Detail } from '../trace/visible-events.ts';
import {
  compare,
  defaultComparison,
  seek,
  timelineIndex,
  timelineLength,
  timelineStep,
} from './comparison.ts';
import { nextBranch, presentBranch } from './history.ts';
import { followed, openBeside, openLesson, openRun } from './open-lesson.ts';
import { chooseBranch, operate, redo, removeBranch, startOver, undo } from './operate.ts';
import { rebased } from './rebase.ts';
import { recordingOf, recordingOfImported, retold } from './recording.ts';
import { keepsSelection, selectStep } from './selection.ts';
import { type Action, type PlayerState, speeds } from './state.ts';
import { syncFromRemote } from './sync-from-remote.ts';

export function reduce(state: PlayerState, action: Action): PlayerState {
  const rules = state.prediction?.rules;
  const next = rules === undefined ? reduceFreely(state, action) : rules.reduce(state, action, reduceFreely);
  if (next.selection === null && !next.showsCauses) return next;
  return keepsSelection(state, next) ? next : { ...next, selection: null, showsCauses: false };
}

function reduceFreely(state: PlayerState, action: Action): PlayerState {
  const next = followed(state, apply(state, action));
  // Whoever chose a comparison for the other recording has said already what is compared, and where.
  const isLeftBehind =
    next.comparison !== null && next.comparison === state.comparison && next.recording !== state.recording;
  return isLeftBehind ? keepComparing(state, next) : next;
}

/** Whatever is changed is changed on both sides. Who chooses the comparison's variant has the two change places. */
function keepComparing({ recording: { run } }: PlayerState, state: PlayerState): PlayerState {
  const variant = state.comparison?.variant ?? null;
  const present = state.recording.run && variantOf(state.recording.run.scenario);
  return compare(state, present === variant && run !== null ? variantOf(run.scenario) : variant);
}

function apply(state: PlayerState, action: Action): PlayerState {
  const last = timelineLength(state) - 1;
  const place = timelineIndex(state);
  switch (action.kind) {
    case 'next-step':
      // In mid-motion the message arrives at once; the step after it is another press.
      if (state.isMoving) return { ...state, isMoving: false, isPlaying: false };
      return step(state, place + 1, { moving: true });
    case 'previous-step':
      return step(state, place - 1);
    case 'first-step':
      return step(state, 0);
    case 'last-step':
      return step(state, last);
    case 'next-request':
      return step(state, requestEnd(state, 1));
    case 'previous-request':
      return step(state, requestEnd(state, -1));
    case 'go-to':
      return step(state, action.step);
    case 'toggle-play': {
      if (state.isPlaying) return { ...state, isPlaying: false };
      return place === last
        ? { ...step(state, 0, { moving: true }), isPlaying: true }
        : { ...state, isPlaying: true };
    }
    case 'advance':
      return { ...step(state, place + 1, { moving: true }), isPlaying: place + 1 < last };
    case 'finish-motion':
      return { ...state, isMoving: false };
    case 'faster':
      return { ...state, speed: neighbourSpeed(state, 1) };
    case 'slower':
      return { ...state, speed: neighbourSpeed(state, -1) };
    case 'set-speed':
      return { ...state, speed: action.speed };
    case 'other-mode':
      return changeMode(state);
    case 'crash':
    case 'restart':
      return operate(state, { kind: action.kind, node: action.node });
    case 'toggle-power': {
      const { node } = action;
      return operate(state, { kind: isUp(state, node) ? 'crash' : 'restart', node });
    }
    case 'command':
      return operate(state, action.payload);
    case 'add-server':
      return addServer(state);
    case 'select':
      return { ...state, selection: action.selection, isPlaying: false };
    case 'inspect-earlier':
      return { ...state, selection: selectStep(state, -1), isPlaying: false };
    case 'inspect-later':
      return { ...state, selection: selectStep(state, 1), isPlaying: false };
    case 'toggle-causes':
      return { ...state, showsCauses: !state.showsCauses, isPlaying: false };
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
    case 'next-branch':
      return chooseBranch(state, nextBranch(state.history));
    case 'choose-branch':
      return chooseBranch(state, action.branch);
    case 'remove-branch':
      return removeBranch(state);
    case 'toggle-compare': {
      const { run } = state.recording;
      return compare(
        state,
        state.comparison === null && run !== null ? defaultComparison(run.scenario) : null,
      );
    }
    case 'compare-with':
      return compare(state, action.variant);
    case 'choose-variant':
      return chooseVariant(state, action.variant);
    case 'set-detail':
      return setDetail(state, action.detail);
    case 'toggle-detail':
      return setDetail(state, state.recording.run?.detail === 'full' ? 'essential' : 'full');
    case 'toggle-future':
      return { ...state, showsFuture: !state.showsFuture };
    case 'change-scenario':
      return change(state, action.scenario);
    case 'open-run':
      return openRun(state, action);
    case 'open-lesson':
      return openLesson(state, action.lesson, action.lessonPosition);
    case 'sync-from-remote': {
      const { there, predicting } = action;
      const arrived = syncFromRemote(state, there);
      return predicting === null ? arrived : predicting.rules.resume(arrived, predicting.place);
    }
    case 'next-scene':
      return openBeside(state, 1);
    case 'previous-scene':
      return openBeside(state, -1);
    case 'start-over':
      return startOver(state);
    case 'open-imported':
      return openImported(state, action);
    case 'close-imported':
      return closeImported(state);
    case 'set-messages': {
      const { phrasebook } = action;
      const recording = retold(state.recording, phrasebook);
      const suspendedRun = state.suspendedRun && {
        ...state.suspendedRun,
        recording: retold(state.suspendedRun.recording, phrasebook),
      };
      return { ...state, phrasebook, recording, suspendedRun };
    }
    case 'allow-motion':
      return { ...state, allowsMotion: action.allowed, isMoving: state.isMoving && action.allowed };
    case 'predict':
      return action.rules?.begin(state) ?? state;
    case 'choose-option':
    case 'count-hands':
    case 'type-digit':
    case 'go-on':
    case 'reveal':
    case 'skip-question':
    case 'put-away':
      // Nobody has asked anything.
      return state;
    default:
      throw new Error(`Unknown action ${action satisfies never}`);
  }
}

/** A person's own step pauses. Beyond either end nothing changes. */
function step(state: PlayerState, target: number, { moving = false } = {}): PlayerState {
  const next = seek(state, target);
  const isMoving = moving && timelineIndex(next) !== timelineIndex(state) && state.allowsMotion;
  return { ...next, isMoving, isPlaying: false };
}

/** The last step of the next request, or of the one before: where its outcome is on the screen. */
function requestEnd(state: PlayerState, direction: 1 | -1): number {
  const last = timelineLength(state) - 1;
  const requestAt = (place: number) => timelineStep(state, place)?.request;
  let place = timelineIndex(state) + direction;
  while (place > 0 && place < last && requestAt(place) === requestAt(place + 1)) place += direction;
  return place;
}

function neighbourSpeed({ speed }: PlayerState, direction: 1 | -1) {
  return speeds[speeds.indexOf(speed) + direction] ?? speed;
}

function isUp({ recording, step: present }: PlayerState, node: string): boolean {
  return recording.run?.states[present]?.snapshot.get(node)?.isUp ?? false;
}

function addServer(state: PlayerState): PlayerState {
  const present = state.recording.run?.states[state.step];
  const node = present && nextServer({ nodes: present.snapshot });
  return node === undefined ? state : operate(state, { kind: 'add', node });
}

/** Script, faults and place stay; the rest is simulated anew. */
function change(state: PlayerState, scenario: Scenario): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  const history = rebased(state.history, scenario);
  const commands = history === state.history ? run.commands : presentBranch(history).commands;
  const recording = recordingOf({ ...run, scenario, commands }, state.phrasebook);
  const place = recording.run === null ? 0 : alignmentOf(run, recording.run)(state.step);
  return { ...state, recording, history, step: place, isMoving: false, isPlaying: false };
}

/** The same run, told in another detail: what is shown is the same, or the last before it that is shown there. */
function setDetail(state: PlayerState, detail: Detail): PlayerState {
  const { run } = state.recording;
  if (run === null || run.detail === detail) return state;
  const recording = recordingOf({ ...run, detail }, state.phrasebook);
  const step = recording.run === null ? 0 : alignmentOf(run, recording.run)(state.step);
  return { ...state, recording, step, isMoving: false, isPlaying: false };
}

function changeMode(state: PlayerState): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  return chooseVariant(state, defaultComparison(run.scenario));
}

function chooseVariant(state: PlayerState, variant: VariantId): PlayerState {
  const { run } = state.recording;
  return run === null ? state : change(state, withVariant(run.scenario, variant));
}

/** A imported over a imported replaces it: what is below stays the run. */
function openImported(
  state: PlayerState,
  { imported, tools }: Extract<Action, { kind: 'open-imported' }>,
): PlayerState {
  const suspendedRun = state.suspendedRun ?? { recording: state.recording, step: state.step };
  const recording = recordingOfImported(imported, state.phrasebook, tools);
  return { ...state, suspendedRun, recording, step: 0, isMoving: false, isPlaying: false };
}

function closeImported(state: PlayerState): PlayerState {
  if (state.suspendedRun === null) return state;
  return { ...state, ...state.suspendedRun, suspendedRun: null, isMoving: false, isPlaying: false };
}
