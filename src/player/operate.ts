/** Applies commands, undo and redo to the player's state. Other branches stay unchanged. */
import { nodesIn } from '../sequence/heads.ts';
import type { Command } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import { COMMANDS_MAX } from '../simulation/scenario.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Run } from '../trace/run.ts';
import { forkStep } from './fork.ts';
import type { BranchId, RunHistory } from './history.ts';
import * as runHistory from './history.ts';
import { openingStep } from './opening-state.ts';
import { append } from './rebase.ts';
import { recordingOf } from './record.ts';
import type { PlayerState } from './state.ts';

/** Earlier steps stay. Commands after the present step belong to the old branch, which is kept beside the new one. */
export function operate(state: PlayerState, payload: CommandPayload): PlayerState {
  const { run } = state.recording;
  const present = run?.steps[state.step];
  if (run === null || present === undefined) return state;
  const earlier = commandsUpTo(run, state.step);
  if (earlier.length >= COMMANDS_MAX) return state;
  const commands: readonly Command[] = [...earlier, { ...payload, moment: present.moment }];
  return atLastCommand(played(state, append(state.history, commands, run.scenario), 0));
}

/** On a branch of its own, which Undo takes back as a whole. */
export function playCommands(state: PlayerState, commands: readonly Command[]): PlayerState {
  const { run } = state.recording;
  if (run === null || commands.length > COMMANDS_MAX) return state;
  const from = forkStep(run, commands);
  return { ...played(state, append(state.history, commands, run.scenario), from), isPlaying: true };
}

/** On a branch of its own. Shows the same step, or the last one before it that this branch has. */
export function changeCommands(state: PlayerState, commands: readonly Command[]): PlayerState {
  const { run } = state.recording;
  if (run === null || commands.length > COMMANDS_MAX) return state;
  const changed = played(state, append(state.history, commands, run.scenario), 0);
  const { run: next } = changed.recording;
  return next === null ? changed : { ...changed, step: alignmentOf(run, next)(state.step) };
}

/** To where the last command was given, as if it hadn't been; or to where a branch was removed, with that branch. */
export function undo(state: PlayerState): PlayerState {
  const { run } = state.recording;
  const change = runHistory.lastChange(state.history);
  if (run === null || change === null) return state;
  const history = runHistory.undo(state.history);
  const { removal } = change;
  if (removal === null) {
    return played(state, history, forkStep(run, runHistory.presentBranch(history).commands));
  }
  const last = (count: number) => Math.max(0, Math.min(removal.step, count - 1));
  const back = played(state, history, 0);
  return { ...back, step: last(back.recording.diagram.steps.length) };
}

export function redo(state: PlayerState): PlayerState {
  const history = runHistory.redo(state.history);
  return state.recording.run === null || history === state.history
    ? state
    : atLastCommand(played(state, history, 0));
}

export function chooseBranch(state: PlayerState, id: BranchId): PlayerState {
  return to(state, runHistory.checkout(state.history, id));
}

export function removeBranch(state: PlayerState): PlayerState {
  return to(state, runHistory.remove(state.history, state.history.present, state.step));
}

/** To the lesson's start, without the reader's commands. Branches are kept. */
export function startOver(state: PlayerState): PlayerState {
  const { run } = state.recording;
  if (run === null) return { ...state, step: 0, isMoving: false, isPlaying: false };
  const begun = played(state, append(state.history, state.lesson.commands ?? [], run.scenario), 0);
  return { ...begun, step: openingStep(state.lesson, begun.recording) };
}

/** Checks out another branch at the corresponding place: the step that both share, if there is one. */
function to(state: PlayerState, history: RunHistory): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  if (history.present === state.history.present) return { ...state, history };
  const other = played(state, history, 0);
  if (other.recording.run === null) return other;
  const fork = forkStep(run, other.recording.run.commands);
  const present = run.steps[state.step];
  // A command that the other branch lacks leads to where it was given.
  const isOwnCommand = present?.kind === 'command' && state.step > fork;
  const step = isOwnCommand ? fork : alignmentOf(run, other.recording.run)(state.step);
  return { ...other, step };
}

function played(state: PlayerState, history: RunHistory, step: number): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  const { commands } = runHistory.presentBranch(history);
  const recording = recordingOf({ ...run, commands }, state.phrasebook, state.recording);
  return { ...state, recording, history, step, isMoving: false, isPlaying: false };
}

function atLastCommand(state: PlayerState): PlayerState {
  const commanded = commandSteps(state).at(-1);
  const shown = commanded === undefined ? state : showingNodesOf(state, [commanded]);
  return { ...shown, step: commanded ?? 0, isMoving: state.allowsMotion };
}

/** To the first command of the run, with the nodes of all of its commands. */
export function atFirstCommand(state: PlayerState): PlayerState {
  const commanded = commandSteps(state);
  return { ...showingNodesOf(state, commanded), step: commanded[0] ?? 0 };
}

/** Indices of the steps at which the run's commands are carried out. */
function commandSteps({ recording: { run } }: PlayerState): readonly number[] {
  return run?.steps.flatMap(({ kind }, step) => (kind === 'command' ? [step] : [])) ?? [];
}

/** What a command is about is shown again, because the reader has just acted on it. */
function showingNodesOf(state: PlayerState, steps: readonly number[]): PlayerState {
  const { run, diagram } = state.recording;
  const nodes = new Set(
    steps.flatMap((at) => {
      const [step, row] = [run?.steps[at], diagram.steps[at]?.row];
      const drawnOn = row?.kind === 'band' ? [row.participant] : [];
      return step === undefined ? drawnOn : [...nodesIn(step), ...drawnOn];
    }),
  );
  return { ...state, hidden: state.hidden.filter((node) => !nodes.has(node)) };
}

function commandsUpTo({ steps }: Run, present: number): readonly Command[] {
  return steps.slice(0, present + 1).flatMap((each) => (each.kind === 'command' ? [each.command] : []));
}
