/** What commands, and taking them back, make of the player's state. Each leaves the other futures as they are. */
import type { Command } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import { COMMANDS_MAX } from '../simulation/scenario.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Run } from '../trace/run.ts';
import { forkStep } from './fork.ts';
import type { BranchId, RunHistory } from './history.ts';
import * as runHistory from './history.ts';
import { recordingOf } from './record.ts';
import { openingStep, type PlayerState } from './state.ts';

/** What came before the present step stays. What was commanded after it belongs to a future that is kept beside the new one. */
export function operate(state: PlayerState, payload: CommandPayload): PlayerState {
  const { run } = state.recording;
  const present = run?.steps[state.step];
  if (run === null || present === undefined) return state;
  const earlier = commandsUpTo(run, state.step);
  if (earlier.length >= COMMANDS_MAX) return state;
  const commands: readonly Command[] = [...earlier, { ...payload, moment: present.moment }];
  return atLastCommand(played(state, runHistory.append(state.history, commands), 0));
}

/** To where the last command was given, as if it had not been. */
export function undo(state: PlayerState): PlayerState {
  const { run } = state.recording;
  const history = runHistory.undo(state.history);
  if (run === null || history === state.history) return state;
  return played(state, history, forkStep(run, runHistory.presentBranch(history).commands));
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
  return to(state, runHistory.remove(state.history, state.history.present));
}

/** To the lesson's beginning, before any command; what was tried stays beside it. */
export function startOver(state: PlayerState): PlayerState {
  if (state.recording.run === null) return { ...state, step: 0, isMoving: false, isPlaying: false };
  const begun = played(state, runHistory.append(state.history, []), 0);
  return { ...begun, step: openingStep(state.lesson, begun.recording) };
}

/** Another future at the same place: what both have in common is passed at the same step. */
function to(state: PlayerState, history: RunHistory): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  if (history.present === state.history.present) return { ...state, history };
  const other = played(state, history, 0);
  if (other.recording.run === null) return other;
  const fork = forkStep(run, other.recording.run.commands);
  const present = run.steps[state.step];
  // A command that the other future does not know leads to where it was given.
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
  const commanded = state.recording.run?.steps.findLastIndex((each) => each.kind === 'command') ?? -1;
  return { ...state, step: Math.max(0, commanded), isMoving: state.allowsMotion };
}

function commandsUpTo({ steps }: Run, present: number): readonly Command[] {
  return steps.slice(0, present + 1).flatMap((each) => (each.kind === 'command' ? [each.command] : []));
}
