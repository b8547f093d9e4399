/** What a run is measured by. Each measure is one row; a run gives one number for each, in the order of the rows. */
import { isServer, SESSION_STORE, SESSION_STORE_REPLICA } from '../simulation/cluster.ts';
import { type LossCause, lossCauses } from '../simulation/losses/loss.ts';
import type { RunStatistics } from '../simulation/statistics/statistics-sink.ts';

export type MeasureUnit = 'per1000' | 'percent' | 'milliseconds' | 'bytes' | 'count';

/** Everything that is counted in a run. */
export interface Counted extends RunStatistics {
  readonly sessionsBegun: number;
  /** Responses that asked a client for what it had given before. */
  readonly askedAgain: number;
  readonly chargesWanted: number;
  readonly charges: number;
}

interface Measure {
  readonly unit: MeasureUnit;
  of(run: Counted): number;
}

export const measures = {
  sessionsLost: { unit: 'per1000', of: (run) => share(run.sessionsLost, run.sessionsBegun, 1_000) },
  requestsFailed: {
    unit: 'per1000',
    of: ({ outcomes, requestsSent }) =>
      share(outcomes.failed + outcomes.refused + outcomes['timed-out'], requestsSent, 1_000),
  },
  askedAgain: { unit: 'per1000', of: (run) => share(run.askedAgain, run.requestsSent, 1_000) },
  duplicateCharges: {
    unit: 'per1000',
    of: ({ charges, chargesWanted }) => share(Math.max(0, charges - chargesWanted), chargesWanted, 1_000),
  },
  latencyMedian: { unit: 'milliseconds', of: (run) => latencyMs(run, 0.5) },
  latency95: { unit: 'milliseconds', of: (run) => latencyMs(run, 0.95) },
  latency99: { unit: 'milliseconds', of: (run) => latencyMs(run, 0.99) },
  attempts: { unit: 'count', of: (run) => share(sum(run.requestsByServer), run.requestsSent, 1) },
  busiestServer: {
    unit: 'percent',
    of: ({ requestsByServer }) => {
      const most = [...requestsByServer.values()].reduce((one, other) => Math.max(one, other), 0);
      return share(most, sum(requestsByServer), 100);
    },
  },
  clientBytes: { unit: 'bytes', of: (run) => share(run.bytes.internet, run.requestsSent, 1) },
  clusterBytes: { unit: 'bytes', of: (run) => share(run.bytes.cluster, run.requestsSent, 1) },
  serverMemory: { unit: 'bytes', of: (run) => memoryOf(run, isServer) },
  storeMemory: { unit: 'bytes', of: (run) => memoryOf(run, isStore) },
  storeRoundTrips: {
    unit: 'count',
    of: ({ roundTrips, requestsSent }) => {
      const trips = [...roundTrips].reduce((total, [node, count]) => total + (isStore(node) ? count : 0), 0);
      return share(trips, requestsSent, 1);
    },
  },
  ...lossMeasures(),
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureId = keyof typeof measures;

/** The same losses as `sessionsLost`, each cause by itself. */
export type LossMeasureId = `lost-${LossCause}`;

function lossMeasures(): Readonly<Record<LossMeasureId, Measure>> {
  return Object.fromEntries(
    lossCauses.map((cause): [LossMeasureId, Measure] => [
      `lost-${cause}`,
      { unit: 'per1000', of: (run) => share(run.losses[cause], run.sessionsBegun, 1_000) },
    ]),
  ) as Record<LossMeasureId, Measure>;
}

export const measureIds = Object.keys(measures) as unknown as readonly [MeasureId, ...MeasureId[]];

export function measured(run: Counted): readonly number[] {
  return measureIds.map((id) => measures[id].of(run));
}

/** The place of a measure in a run's numbers. */
export function measureIndex(id: MeasureId): number {
  return measureIds.indexOf(id);
}

/** To six decimals: then a number is the same in the file as in the page. 0 of 0 is 0. */
function share(part: number, whole: number, scale: number): number {
  return whole === 0 ? 0 : Math.round(((part * scale) / whole) * 1e6) / 1e6;
}

function latencyMs({ latencyUs }: Counted, quantile: number): number {
  return (latencyUs.quantile(quantile) ?? 0) / 1_000;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((one, other) => one + other, 0);
}

function memoryOf({ memoryByNode }: Counted, isOfKind: (node: string) => boolean): number {
  return [...memoryByNode].reduce((total, [node, { bytes }]) => total + (isOfKind(node) ? bytes : 0), 0);
}

export function isStore(node: string): boolean {
  return node === SESSION_STORE || node === SESSION_STORE_REPLICA;
}
