/** What each action makes of the player's state. Pure: the clock and the views only dispatch. */
import type { Drawing } from '../diagram/drawing.ts';
import { modeOf, otherMode, strategyOfMode } from '../simulation/placement/placements.ts';
import { alignmentOf } from '../trace/alignment.ts';
import { nextBranch } from './branches.ts';
import { chooseBranch, operate, redo, removeBranch, startOver, undo } from './operate.ts';
import { recordingOf, recordingOfDrawing, retold } from './recording.ts';
import { type Action, changed, type PlayerState, type ScenarioChange, speeds } from './state.ts';

export function reduce(state: PlayerState, action: Action): PlayerState {
  const last = state.recording.diagram.steps.length - 1;
  switch (action.kind) {
    case 'next-step':
      // In mid-motion the message arrives at once; the step after it is another press.
      if (state.isMoving) return { ...state, isMoving: false, isPlaying: false };
      return step(state, state.step + 1, { moving: true });
    case 'previous-step':
      return step(state, state.step - 1);
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
      return state.step === last
        ? { ...step(state, 0, { moving: true }), isPlaying: true }
        : { ...state, isPlaying: true };
    }
    case 'advance':
      return { ...step(state, state.step + 1, { moving: true }), isPlaying: state.step + 1 < last };
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
      return operate(state, action.kind, action.node);
    case 'toggle-power':
      return operate(state, isUp(state, action.node) ? 'crash' : 'restart', action.node);
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
    case 'next-branch':
      return chooseBranch(state, nextBranch(state.branches));
    case 'choose-branch':
      return chooseBranch(state, action.branch);
    case 'remove-branch':
      return removeBranch(state);
    case 'change-scenario':
      return change(state, action.change);
    case 'start-over':
      return startOver(state);
    case 'open-drawing':
      return openDrawing(state, action.drawing);
    case 'close-drawing':
      return closeDrawing(state);
    case 'speak': {
      const { phrasebook } = action;
      const recording = retold(state.recording, phrasebook);
      const covered = state.covered && {
        ...state.covered,
        recording: retold(state.covered.recording, phrasebook),
      };
      return { ...state, phrasebook, recording, covered };
    }
    case 'allow-motion':
      return { ...state, allowsMotion: action.allowed, isMoving: state.isMoving && action.allowed };
    default:
      throw new Error(`Unknown action ${action satisfies never}`);
  }
}

/** A person's own step pauses. Beyond either end nothing changes. */
function step(state: PlayerState, target: number, { moving = false } = {}): PlayerState {
  const last = state.recording.diagram.steps.length - 1;
  const next = Math.min(Math.max(0, target), last);
  const isMoving = moving && next !== state.step && state.allowsMotion;
  return { ...state, step: next, isMoving, isPlaying: false };
}

/** The last step of the next request, or of the one before: where its outcome is on the screen. */
function requestEnd({ recording, step: present }: PlayerState, direction: 1 | -1): number {
  const { steps } = recording.diagram;
  const isEnd = (index: number) => steps[index]?.request !== steps[index + 1]?.request;
  let index = present + direction;
  while (index > 0 && index < steps.length - 1 && !isEnd(index)) index += direction;
  return index;
}

function neighbourSpeed({ speed }: PlayerState, direction: 1 | -1) {
  return speeds[speeds.indexOf(speed) + direction] ?? speed;
}

function isUp({ recording, step: present }: PlayerState, node: string): boolean {
  return recording.run?.states[present]?.snapshot.get(node)?.isUp ?? false;
}

/** Script, faults and place stay; the rest is simulated anew. */
function change(state: PlayerState, scenarioChange: ScenarioChange): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  const recording = recordingOf(changed(run.scenario, scenarioChange), run.commands, state.phrasebook);
  const place = recording.run === null ? 0 : alignmentOf(run, recording.run)(state.step);
  return { ...state, recording, step: place, isMoving: false, isPlaying: false };
}

function changeMode(state: PlayerState): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  return change(state, { strategy: strategyOfMode[otherMode(modeOf(run.scenario.strategy))] });
}

/** A drawing over a drawing replaces it: what is below stays the run. */
function openDrawing(state: PlayerState, drawing: Drawing): PlayerState {
  const covered = state.covered ?? { recording: state.recording, step: state.step };
  const recording = recordingOfDrawing(drawing, state.phrasebook);
  return { ...state, covered, recording, step: 0, isMoving: false, isPlaying: false };
}

function closeDrawing(state: PlayerState): PlayerState {
  if (state.covered === null) return state;
  return { ...state, ...state.covered, covered: null, isMoving: false, isPlaying: false };
}
