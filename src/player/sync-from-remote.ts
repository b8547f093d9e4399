/** Takes over another window's state: the same run, the same comparison, the same position. */
import { compare } from './compare.ts';
import { seek, timelineIndex } from './comparison.ts';
import { createHistory } from './create-history.ts';
import { asWhole, withHidden } from './hide-nodes.ts';
import type { RunHistory } from './history.ts';
import type { PlayerLocation } from './location.ts';
import { append } from './rebase.ts';
import { recordingOf } from './record.ts';
import type { Recording } from './recording.ts';
import type { PlayerState } from './state.ts';

/** This window's branches stay. The other window's are added. */
export function syncFromRemote(shown: PlayerState, there: PlayerLocation): PlayerState {
  const state = asWhole(shown);
  const recording = recordingAt(state, there);
  // A run without visible steps leaves this window where it is.
  if (recording.diagram.steps.length === 0) return shown;
  const isSame = recording === state.recording;
  const arrived: PlayerState = {
    ...state,
    lesson: there.lesson,
    lessonPosition: there.lessonPosition,
    recording,
    history: historyAt(state, there),
    suspendedRun: null,
    transit: there.transit,
    focus: there.focus,
    hidden: there.hidden,
    isPlaying: false,
    isMoving: false,
    step: isSame ? state.step : 0,
  };
  const isCompared = isSame && state.comparison !== null && state.comparison.variant === there.compareWith;
  const compared = isCompared ? arrived : compare(arrived, there.compareWith);
  // Its position counts the steps that are left there.
  const next = seek(withHidden(compared, shown), there.timelineIndex);
  // A single step, or a command that was just given, is animated as if it had happened here.
  const isCommand = !isSame && next.recording.run?.steps[next.step]?.kind === 'command';
  const isNext = isSame && timelineIndex(next) === timelineIndex(shown) + 1;
  return { ...next, isMoving: state.allowsMotion && (isNext || isCommand) };
}

function recordingAt(state: PlayerState, { scenario, commands, detail }: PlayerLocation): Recording {
  const { run } = state.recording;
  const isSame =
    run !== null &&
    run.detail === detail &&
    areSame(run.scenario, scenario) &&
    areSame(run.commands, commands);
  return isSame
    ? state.recording
    : recordingOf({ scenario, commands, detail }, state.phrasebook, state.recording);
}

function historyAt(state: PlayerState, { lesson, commands, scenario }: PlayerLocation): RunHistory {
  return state.lesson === lesson ? append(state.history, commands, scenario) : createHistory(commands);
}

/** Scenarios and commands are plain data. */
function areSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
