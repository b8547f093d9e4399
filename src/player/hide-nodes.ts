/** Hides nodes of a run, in all diagrams on the stage. The simulation stays as it is. */
import { withoutParticipants } from '../sequence/without-participants.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from '../trace/run.ts';
import type { StepState } from '../trace/snapshots.ts';
import type { Comparison } from './comparison.ts';
import { hasNode } from './has-node.ts';
import { firstDifference, lockstepOf } from './lockstep.ts';
import { type Recording, shownStepOf, wholeOf, wholeStep } from './recording.ts';
import { unfocused } from './run-focus.ts';
import type { PlayerState } from './state.ts';

/** The recordings of the state without its hidden nodes, at the same step or the last one before it that is left. */
export function withHidden(state: PlayerState): PlayerState {
  const { comparison } = state;
  const recording = hideNodes(state.recording, state.hidden);
  const compared = comparison === null ? null : hideNodes(comparison.recording, state.hidden);
  if (recording === state.recording && compared === (comparison?.recording ?? null)) return state;
  const step = shownStepOf(recording, wholeStep(state.recording, state.step));
  const next = { ...state, recording, step, isMoving: false };
  if (comparison === null || compared === null) return next;
  const theirs = shownStepOf(compared, wholeStep(comparison.recording, comparison.step));
  return { ...next, comparison: compareAgain(comparison, { own: recording, compared, step, theirs }) };
}

/** The state with all nodes of the run, for actions that change the run. The comparison stays as it is. */
export function asWhole(state: PlayerState): PlayerState {
  const { recording, step } = state;
  if (recording.hiding === undefined) return state;
  return { ...state, recording: wholeOf(recording), step: wholeStep(recording, step) };
}

interface Sides {
  readonly own: Recording;
  readonly compared: Recording;
  readonly step: number;
  readonly theirs: number;
}

/** The pair of the present steps, or the last one of the own step before theirs. */
function compareAgain(comparison: Comparison, { own, compared, step, theirs }: Sides): Comparison {
  const [steps, others] = [own.diagram.steps, compared.diagram.steps];
  const pairs = lockstepOf(steps, others);
  const first = pairs.findIndex((pair) => pair.own === step);
  const latest = pairs.findLastIndex((pair) => pair.own === step && pair.comparison <= theirs);
  const position = Math.max(0, first, latest);
  const differsAt = firstDifference(pairs, steps, others);
  const shown = pairs[position]?.comparison ?? 0;
  return { ...comparison, recording: compared, pairs, position, differsAt, step: shown };
}

/**
 * Hides nobody if nothing would be left.
 *
 * @returns The recording itself if it hides exactly these nodes.
 */
export function hideNodes(recording: Recording, nodes: readonly NodeId[]): Recording {
  const { run } = wholeOf(recording);
  if (run === null) return recording;
  const hidden = nodes.filter((node) => hasNode(run, node));
  if (areSame(hidden, recording.hiding?.nodes ?? [])) return recording;
  const whole = unfocused(wholeOf(recording));
  const part = hidden.length === 0 ? null : withoutParticipants(whole.diagram, new Set(hidden));
  if (part === null) return whole;
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
