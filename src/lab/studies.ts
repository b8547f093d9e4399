/** Ready-made studies. Their words are in each language's `lab-text.ts`. */
import type { StrategyId } from '../simulation/strategies/strategies.ts';
import { strategies, strategyIds } from '../simulation/strategies/strategies.ts';
import { defaultStudy, range, type Study } from './study.ts';

const withoutStore = strategyIds.filter((id) => !usesStore(id));
const withStore = strategyIds.filter(usesStore);

function usesStore(id: StrategyId): boolean {
  return strategies[id].stateLocation === 'store';
}

const named = {
  'login-storm': {
    ...defaultStudy,
    axes: [{ parameter: 'passwordHashMs', values: range(0, 500, 50) }],
    strategies: [...withStore, ...strategyIds.filter((id) => strategies[id].stateLocation === 'token')],
    settings: { clients: 40, requests: 8, thinkMs: 2_000, workers: 1, flushAtS: 10, arrivalRate: 10 },
    measure: 'latency99',
  },
  'retry-storm': {
    ...defaultStudy,
    axes: [{ parameter: 'retries', values: range(0, 6, 1) }],
    strategies: strategyIds.filter((id) =>
      ['request', 'store', 'every-server'].includes(strategies[id].stateLocation),
    ),
    script: 'visit',
    settings: {
      clients: 40,
      requests: 10,
      thinkMs: 500,
      arrivalRate: 40,
      workers: 1,
      queueMax: 20,
      serviceMs: 60,
      outageAtS: 2,
      downS: 3,
      clientTimeoutMs: 500,
    },
    measure: 'attempts',
  },
  autoscaling: {
    ...defaultStudy,
    axes: [{ parameter: 'addedServers', values: range(0, 6, 1) }],
    settings: { clients: 40, requests: 20, thinkMs: 1_000, arrivalRate: 20, workers: 1, serviceMs: 60 },
    measure: 'busiestServer',
  },
  replication: {
    ...defaultStudy,
    axes: [{ parameter: 'servers', values: range(1, 9, 1) }],
    measure: 'clusterBytes',
  },
  'token-bytes': {
    ...defaultStudy,
    axes: [{ parameter: 'requests', values: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32] }],
    settings: { thinkMs: 1_000 },
    measure: 'clientBytes',
  },
  'rolling-deploy': {
    ...defaultStudy,
    axes: [{ parameter: 'deployEveryS', values: range(0, 10, 1) }],
    settings: { clients: 30, requests: 15, thinkMs: 2_000 },
    measure: 'askedAgain',
  },
  'health-checks': {
    ...defaultStudy,
    axes: [{ parameter: 'healthIntervalMs', values: range(500, 5_000, 500) }],
    settings: { crashesPerMinute: 6, thinkMs: 1_000, requests: 30, clients: 20, storeCrashesToo: 'no' },
    measure: 'latency99',
  },
  eviction: {
    ...defaultStudy,
    axes: [{ parameter: 'storeCapacity', values: range(4, 40, 4) }],
    strategies: [...withStore, ...withoutStore.slice(1, 2)],
    settings: { clients: 40, requests: 10, thinkMs: 2_000 },
    measure: 'askedAgain',
  },
} as const satisfies Readonly<Record<string, Study>>;

export type StudyName = keyof typeof named;

export const readyMade: Readonly<Record<StudyName, Study>> = named;
export const studyNames = Object.keys(named) as readonly StudyName[];

/** The two lines that a study's question is about. A projector shows few. */
export const askedStrategies: Readonly<Record<StudyName, readonly [StrategyId, StrategyId]>> = {
  'login-storm': ['shared-store', 'signed-token'],
  'retry-storm': ['client-state', 'shared-store'],
  autoscaling: ['sticky', 'shared-store'],
  replication: ['replicated', 'shared-store'],
  'token-bytes': ['signed-token', 'shared-store'],
  'rolling-deploy': ['sticky', 'shared-store'],
  'health-checks': ['sticky', 'shared-store'],
  eviction: ['shared-store', 'sticky'],
};

/** The ready-made study with the same points. It ignores the measure and the number of runs. */
export function nameOfPoints({ axes, strategies, script, settings }: Study): StudyName | null {
  const text = JSON.stringify({ axes, strategies, script, settings });
  return (
    studyNames.find((name) => {
      const { axes, strategies, script, settings }: Study = readyMade[name];
      return JSON.stringify({ axes, strategies, script, settings }) === text;
    }) ?? null
  );
}

/** The name of a study that is a ready-made one in everything. */
export function nameOfStudy(study: Study): StudyName | null {
  const text = JSON.stringify(study);
  return studyNames.find((name) => JSON.stringify(readyMade[name]) === text) ?? null;
}
