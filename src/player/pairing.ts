/** Two diagrams in lockstep, at one of their pairs. */
import type { SequenceDiagram } from '../sequence/model.ts';
import { firstDifference, lockstepOf, type StepPair } from './lockstep.ts';

export interface Pairing {
  readonly pairs: readonly StepPair[];
  /** Index of the shown pair. */
  readonly position: number;
  /** The first pair with different outcomes; null if there is none. */
  readonly differsAt: number | null;
  /** The comparison's step in the shown pair. */
  readonly step: number;
}

/** The present step of each side, as indices from 0. */
interface Steps {
  readonly step: number;
  readonly theirs: number;
}

/** Shows the pair of both steps, or the last pair of the own step before theirs, or else its first one. */
export function pairedWith(
  { steps: own }: SequenceDiagram,
  { steps: compared }: SequenceDiagram,
  { step, theirs }: Steps,
): Pairing {
  const pairs = lockstepOf(own, compared);
  const first = pairs.findIndex((pair) => pair.own === step);
  const latest = pairs.findLastIndex((pair) => pair.own === step && pair.comparison <= theirs);
  const position = Math.max(0, first, latest);
  const differsAt = firstDifference(pairs, own, compared);
  return { pairs, position, differsAt, step: pairs[position]?.comparison ?? 0 };
}
