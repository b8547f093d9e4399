/** Comparison: another variant of the scenario, with the same script and faults, in lockstep with the present run. */
import type { ComparedWith } from '../lessons/lesson.ts';
import type { DiagramStep } from '../sequence/model.ts';
import { stopAt, stopsOf } from '../sequence/walk-stops.ts';
import type { Pairing } from './pairing.ts';
import type { Recording } from './recording.ts';

export interface Comparison extends Pairing {
  readonly variant: ComparedWith;
  readonly recording: Recording;
}

/** The timeline and its position: the part of the player's state that comparing needs. */
export interface Timeline {
  readonly recording: Recording;
  /** Null while not comparing. */
  readonly comparison: Comparison | null;
  /** An index from 0. */
  readonly step: number;
}

/** Number of the slider's positions. */
export function timelineLength({ comparison, recording }: Timeline): number {
  return comparison === null ? stopsOf(recording.diagram).length : comparison.pairs.length;
}

/** The slider's position, from 0. */
export function timelineIndex({ comparison, recording, step }: Timeline): number {
  if (comparison !== null) return comparison.position;
  const { imported } = recording.diagram;
  return imported === undefined ? step : stopAt(imported.walk, step);
}

/** The first index that shows a step of the run. */
export function indexOfStep({ comparison }: Pick<Timeline, 'comparison'>, step: number): number {
  if (comparison === null) return step;
  return Math.max(
    0,
    comparison.pairs.findIndex(({ own }) => own >= step),
  );
}

/** Moves to another index, clamped to the timeline. */
export function seek<State extends Timeline>(state: State, index: number): State {
  const position = Math.min(Math.max(0, index), timelineLength(state) - 1);
  if (state.comparison === null) {
    const walk = state.recording.diagram.imported?.walk;
    return { ...state, step: walk?.stops[position]?.at ?? position };
  }
  const pair = state.comparison.pairs[position];
  if (pair === undefined) return state;
  return { ...state, step: pair.own, comparison: { ...state.comparison, step: pair.comparison, position } };
}

/** What each position of the slider shows, in order. */
export function timelineSteps(played: Pick<Timeline, 'comparison' | 'recording'>): readonly DiagramStep[] {
  const { comparison, recording } = played;
  if (comparison === null) return stopsOf(recording.diagram);
  return comparison.pairs.flatMap((_, index) => timelineStep(played, index) ?? []);
}

/** What an index shows on the scrubber: the run's own step, or the comparison's where only the comparison moves. */
export function timelineStep(
  {
    comparison,
    recording,
  }: Pick<Timeline, 'recording'> & {
    readonly comparison: Pick<Comparison, 'pairs' | 'recording'> | null;
  },
  index: number,
): DiagramStep | undefined {
  if (comparison === null) return stopsOf(recording.diagram)[index];
  const pair = comparison.pairs[index];
  if (pair === undefined) return undefined;
  const ownMoves = comparison.pairs[index - 1]?.own !== pair.own;
  return ownMoves ? recording.diagram.steps[pair.own] : comparison.recording.diagram.steps[pair.comparison];
}
