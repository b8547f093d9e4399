/** Ready-made studies. Their words are in each language's `lab-text.ts`. */
import { type StrategyId, strategies, strategyIds } from '../simulation/strategies/strategies.ts';
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
    settings: {
      crashesPerMinute: 6,
      crashHow: 'machine',
      thinkMs: 1_000,
      requests: 30,
      clients: 20,
      storeCrashesToo: 'no',
    },
    measure: 'latency95',
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

/**
 * What a ready-made study asks a class to predict. Until the answer is revealed, the lines asked about end where the
 * question begins. The words are in each language's `lab-text.ts`.
 */
export interface StudyQuestion {
  /** The two lines in colour on a projector. The question is about the first. */
  readonly lines: readonly [StrategyId, StrategyId];
  /** `all` where the other lines would give the answer away. */
  readonly hides: 'first' | 'all';
  /** The last value of the axis up to which hidden lines are drawn. */
  readonly from: number;
  readonly asks:
    | { readonly kind: 'measure'; readonly at: number }
    /** The first value of the axis, after `from`, at which the measure has reached this. */
    | { readonly kind: 'axis'; readonly reaches: number };
}

export const studyQuestions: Readonly<Record<StudyName, StudyQuestion>> = {
  'login-storm': {
    lines: ['shared-store', 'signed-token'],
    hides: 'all',
    from: 150,
    asks: { kind: 'axis', reaches: 1_000 },
  },
  'retry-storm': {
    lines: ['client-state', 'shared-store'],
    hides: 'all',
    from: 1,
    asks: { kind: 'measure', at: 3 },
  },
  autoscaling: {
    lines: ['sticky', 'shared-store'],
    hides: 'first',
    from: 1,
    asks: { kind: 'measure', at: 6 },
  },
  replication: {
    lines: ['replicated', 'shared-store'],
    hides: 'first',
    from: 3,
    asks: { kind: 'measure', at: 9 },
  },
  'token-bytes': {
    lines: ['signed-token', 'shared-store'],
    hides: 'first',
    from: 3,
    asks: { kind: 'measure', at: 32 },
  },
  'rolling-deploy': {
    lines: ['sticky', 'shared-store'],
    hides: 'first',
    from: 0,
    asks: { kind: 'measure', at: 10 },
  },
  'health-checks': {
    lines: ['shared-store', 'sticky'],
    hides: 'first',
    from: 1_000,
    asks: { kind: 'measure', at: 5_000 },
  },
  eviction: {
    lines: ['shared-store', 'sticky'],
    hides: 'first',
    from: 20,
    asks: { kind: 'axis', reaches: 0 },
  },
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
