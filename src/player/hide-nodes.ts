/** Hides nodes of a run, in all diagrams on the stage. The simulation stays as it is. */
import { withoutParticipants } from '../sequence/without-participants.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from '../trace/run.ts';
import type { StepState } from '../trace/snapshots.ts';
import { comparedStep, presentStep } from './full-run-step.ts';
import { hasNode, recordingHasNode } from './has-node.ts';
import { pairedWith } from './pairing.ts';
import { type Recording, shownStepAtOrBefore, wholeOf } from './recording.ts';
import { unfocused } from './run-focus.ts';
import type { PlayerState } from './state.ts';

/**
 * The state without its hidden nodes, at the same step or the last one before it that is left. Nodes that no run on the
 * stage has, or that can't be hidden, are dropped from its choices.
 *
 * @param state Its own recording has all nodes, and so does its step.
 * @param before The state before the action. What it hides alike is reused.
 */
export function withHidden(state: PlayerState, before: PlayerState): PlayerState {
  if (state.recording.run === null) return state;
  const { comparison } = state;
  const recording = hideNodes(state.recording, state.hidden, before.recording);
  const compared = comparison === null ? null : hideNodes(comparison.recording, state.hidden);
  const step = shownStepAtOrBefore(recording, state.step);
  const isReused = recording === before.recording && compared === (before.comparison?.recording ?? null);
  const isMoving = state.isMoving && (recording === state.recording || recording === before.recording);
  const next = { ...state, ...choicesIn(state, [recording, compared]), recording, step, isMoving };
  if (comparison === null || compared === null) {
    const stepBeforeHiding =
      recording.hiding === undefined ? null : { at: step, step: state.step, comparison: null };
    return { ...next, stepBeforeHiding };
  }
  const isWhole = comparison.recording.hiding === undefined;
  const theirs = comparedStep(isWhole ? state : before) ?? comparison.step;
  const isUntouched = !hidesAny([recording, compared, before.recording, comparison.recording]);
  const isPaired = isUntouched || (isReused && comparison === before.comparison);
  const shown = isPaired
    ? comparison
    : {
        ...comparison,
        recording: compared,
        ...pairedWith(recording.diagram, compared.diagram, {
          step,
          theirs: shownStepAtOrBefore(compared, theirs),
        }),
      };
  const stepBeforeHiding = { at: shown.position, step: state.step, comparison: theirs };
  return {
    ...next,
    comparison: shown,
    stepBeforeHiding: hidesAny([recording, compared]) ? stepBeforeHiding : null,
  };
}

function hidesAny(recordings: readonly Recording[]): boolean {
  return recordings.some(({ hiding }) => hiding !== undefined);
}

/** The choices of nodes that some recording on the stage can follow. A hidden node has no focus. */
function choicesIn(
  { hidden, focus }: PlayerState,
  recordings: readonly (Recording | null)[],
): Pick<PlayerState, 'hidden' | 'focus'> {
  const left = hidden.filter((node) => recordings.some((each) => each?.hiding?.nodes.includes(node)));
  const isThere =
    focus !== null &&
    !left.includes(focus) &&
    recordings.some((each) => each !== null && recordingHasNode(each, focus));
  return { hidden: left.length === hidden.length ? hidden : left, focus: isThere ? focus : null };
}

/** Drops what no run on the stage has from the choices of nodes. */
export function withoutUnknownNodes(state: PlayerState): PlayerState {
  return { ...state, ...choicesIn(state, [state.recording, state.comparison?.recording ?? null]) };
}

/** The state with all nodes of the run, for actions that change the run. The comparison stays as it is. */
export function asWhole(state: PlayerState): PlayerState {
  const { recording } = state;
  if (recording.hiding === undefined) return state;
  return { ...state, recording: wholeOf(recording), step: presentStep(state) };
}

/**
 * Hides nothing if no step would be left.
 *
 * @param before Returned if it hides exactly these nodes of the same recording. Default: the recording itself.
 */
export function hideNodes(recording: Recording, nodes: readonly NodeId[], before = recording): Recording {
  const { run } = wholeOf(recording);
  if (run === null) return recording;
  const hidden = nodes.filter((node) => hasNode(run, node));
  const isOfSame = wholeOf(before) === wholeOf(recording);
  if (isOfSame && areSame(hidden, before.hiding?.nodes ?? [])) return before;
  const whole = unfocused(wholeOf(recording));
  const part = hidden.length === 0 ? null : withoutParticipants(whole.diagram, new Set(hidden));
  if (part === null) return recording.hiding === undefined ? recording : whole;
  const { diagram, shown } = part;
  return { ...whole, run: partOfRun(run, shown), diagram, hiding: { nodes: hidden, whole, shown } };
}

function areSame(some: readonly NodeId[], others: readonly NodeId[]): boolean {
  return some.length === others.length && some.every((node, index) => node === others[index]);
}

/** What happens after the last step that is left belongs to it. */
function partOfRun(run: Run, shown: readonly number[]): Run {
  const last = shown.length - 1;
  const endOf = (place: number) => (place === last ? run.steps.length - 1 : (shown[place] ?? 0));
  return {
    ...run,
    steps: shown.flatMap((at, place) => {
      const [step, end] = [run.steps[at], run.steps[endOf(place)]];
      if (step === undefined || end === undefined || step === end) return step ?? [];
      const { lastEvent, moment, landmark } = end;
      return { ...step, lastEvent, moment, landmark };
    }),
    states: shown.flatMap((_, place) =>
      stateOver(run.states.slice((shown[place - 1] ?? -1) + 1, endOf(place) + 1)),
    ),
    scores: shown.flatMap((_, place) => run.scores[endOf(place)] ?? []),
  };
}

/** The last state, with what has changed on the way to it. */
function stateOver(states: readonly StepState[]): readonly StepState[] {
  const last = states.at(-1);
  if (last === undefined || states.length === 1) return states;
  return [{ ...last, changes: states.flatMap(({ changes }) => changes) }];
}
