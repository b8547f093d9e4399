/** What a cluster costs, in points a request, from one run without faults. */
import type { Command } from '../../simulation/cluster.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { CountingSink } from '../counting-sink.ts';
import { type Counted, measures } from '../measures.ts';
import { runInto } from '../run-point.ts';
import type { Challenge } from './challenge.ts';

/** A round trip to a store costs as much as this many bytes on the wire. */
export const POINTS_PER_ROUND_TRIP = 200;

export interface Cost {
  /** Bytes on the wire for each request, between clients and the cluster and within it. */
  readonly bytes: number;
  /** Round trips to the store for each request. */
  readonly roundTrips: number;
  /** Bytes of users' state in servers and stores at the end, for each request. */
  readonly memory: number;
  /** Whole points: bytes, memory, and round trips at their price. */
  readonly points: number;
}

export function costOf(scenario: Scenario, commands: readonly Command[]): Cost {
  const counted: Counted = runInto(new CountingSink(), scenario, commands).counted();
  const bytes = measures.clientBytes.of(counted) + measures.clusterBytes.of(counted);
  const roundTrips = measures.storeRoundTrips.of(counted);
  const inMemory = measures.serverMemory.of(counted) + measures.storeMemory.of(counted);
  const memory = counted.requestsSent === 0 ? 0 : inMemory / counted.requestsSent;
  return {
    bytes,
    roundTrips,
    memory,
    points: Math.round(bytes + POINTS_PER_ROUND_TRIP * roundTrips + memory),
  };
}

/** Of a repair that holds: one, and one each for few changes and a low cost. */
export function starsOf({ par }: Pick<Challenge, 'par'>, changes: number, points: number): 1 | 2 | 3 {
  const isSmall = changes <= par.changes;
  const isLight = points <= par.cost;
  return isSmall && isLight ? 3 : isSmall || isLight ? 2 : 1;
}
