/** What commands, and taking them back, make of the player's state. Each leaves the other futures as they are. */
import type { Command } from '../simulation/cluster.ts';
import { COMMANDS_MAX } from '../simulation/scenario.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Run } from '../trace/run.ts';
import { forkStep } from './fork.ts';
import type { Branches, BranchId } from './history.ts';
import * as branching from './history.ts';
import { recordingOf } from './recording.ts';
import { type CommandPayload, openingStep, type PlayerState } from './state.ts';

/** What came before the present step stays. What was commanded after it belongs to a future that is kept beside the new one. */
export function operate(state: PlayerState, payload: CommandPayload): PlayerState {
  const { run } = state.recording;
  const present = run?.steps[state.step];
  if (run === null || present === undefined) return state;
  const earlier = commandsUpTo(run, state.step);
  if (earlier.length >= COMMANDS_MAX) return state;
  const commands: readonly Command[] = [...earlier, { ...payload, moment: present.moment }];
  return atLastCommand(played(state, branching.grow(state.branches, commands), 0));
}

/** To where the last command was given, as if it had not been. */
export function undo(state: PlayerState): PlayerState {
  const { run } = state.recording;
  const branches = branching.undo(state.branches);
  if (run === null || branches === state.branches) return state;
  return played(state, branches, forkStep(run, branching.presentBranch(branches).commands));
}

export function redo(state: PlayerState): PlayerState {
  const branches = branching.redo(state.branches);
  return state.recording.run === null || branches === state.branches
    ? state
    : atLastCommand(played(state, branches, 0));
}

export function chooseBranch(state: PlayerState, id: BranchId): PlayerState {
  return to(state, branching.choose(state.branches, id));
}

export function removeBranch(state: PlayerState): PlayerState {
  return to(state, branching.remove(state.branches, state.branches.present));
}

/** To the lesson's beginning, before any command; what was tried stays beside it. */
export function startOver(state: PlayerState): PlayerState {
  if (state.recording.run === null) return { ...state, step: 0, isMoving: false, isPlaying: false };
  const begun = played(state, branching.grow(state.branches, []), 0);
  return { ...begun, step: openingStep(state.lesson, begun.recording) };
}

/** Another future at the same place: what both have in common is passed at the same step. */
function to(state: PlayerState, branches: Branches): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  if (branches.present === state.branches.present) return { ...state, branches };
  const other = played(state, branches, 0);
  if (other.recording.run === null) return other;
  const fork = forkStep(run, other.recording.run.commands);
  const present = run.steps[state.step];
  // A command that the other future does not know leads to where it was given.
  const isOwnCommand = present?.kind === 'command' && state.step > fork;
  const step = isOwnCommand ? fork : alignmentOf(run, other.recording.run)(state.step);
  return { ...other, step };
}

function played(state: PlayerState, branches: Branches, step: number): PlayerState {
  const { run } = state.recording;
  if (run === null) return state;
  const { commands } = branching.presentBranch(branches);
  const recording = recordingOf({ ...run, commands }, state.phrasebook, state.recording);
  return { ...state, recording, branches, step, isMoving: false, isPlaying: false };
}

function atLastCommand(state: PlayerState): PlayerState {
  const commanded = state.recording.run?.steps.findLastIndex((each) => each.kind === 'command') ?? -1;
  return { ...state, step: Math.max(0, commanded), isMoving: state.allowsMotion };
}

function commandsUpTo({ steps }: Run, present: number): readonly Command[] {
  return steps.slice(0, present + 1).flatMap((each) => (each.kind === 'command' ? [each.command] : []));
}
