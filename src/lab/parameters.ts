/**
 * What a study can vary or set: each parameter is one row, with its default, its limits, and what it changes in a
 * scenario. Faults have their own rows, which `faults.ts` reads.
 */
import { type BalancingPolicy, balancingPolicies } from '../simulation/actors/balancing.ts';
import type { Arrivals } from '../simulation/arrivals.ts';
import { type ClientGroup, type ClusterScenario, SERVERS_MAX } from '../simulation/scenario.ts';

export type Unit = 'one' | 'seconds' | 'milliseconds' | 'percent' | 'perMinute' | 'perSecond';

interface NumberParameter {
  readonly kind: 'number';
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** What it's swept over when it's chosen as an axis. */
  readonly sweep: { readonly from: number; readonly to: number; readonly step: number };
}

interface ChoiceParameter {
  readonly kind: 'choice';
  readonly values: readonly string[];
  readonly default: string;
}

export type Parameter = NumberParameter | ChoiceParameter;

function number(
  unit: Unit,
  [min, max]: readonly [number, number],
  given: number,
  [from, to, step]: readonly [number, number, number],
): NumberParameter {
  return { kind: 'number', unit, min, max, default: given, sweep: { from, to, step } };
}

function choice(values: readonly string[], given: string): ChoiceParameter {
  return { kind: 'choice', values, default: given };
}

/** As many clients as a stage shows, so that each run can be opened there. */
const CLIENTS_MAX = 40;
const yesOrNo = ['no', 'yes'];

export const parameters = {
  servers: number('one', [1, SERVERS_MAX], 3, [1, 9, 1]),
  clients: number('one', [1, CLIENTS_MAX], 20, [5, 40, 5]),
  requests: number('one', [1, 60], 12, [2, 24, 2]),
  balancing: choice(balancingPolicies, 'round-robin'),
  arrivals: choice(['within', 'poisson', 'burst', 'ramp'], 'within'),
  arrivalRate: number('perSecond', [0.1, 1_000], 4, [1, 10, 1]),
  thinkMs: number('milliseconds', [0, 60_000], 4_000, [500, 5_000, 500]),
  crashesPerMinute: number('perMinute', [0, 30], 0, [0, 12, 1]),
  /** Whether the session store is among the machines that crash. */
  storeCrashesToo: choice(yesOrNo, 'yes'),
  /** A dead process's machine refuses connections at once. A dark machine says nothing. */
  crashHow: choice(['process', 'machine'], 'process'),
  downS: number('seconds', [0.5, 60], 5, [1, 10, 1]),
  outageAtS: number('seconds', [0, 600], 0, [0, 30, 5]),
  flushAtS: number('seconds', [0, 600], 0, [0, 30, 5]),
  deployEveryS: number('seconds', [0, 60], 0, [1, 10, 1]),
  addedServers: number('one', [0, SERVERS_MAX - 1], 0, [0, 6, 1]),
  latencyMs: number('milliseconds', [0, 2_000], 21, [0, 200, 20]),
  lossPercent: number('percent', [0, 50], 0, [0, 10, 1]),
  storeCapacity: number('one', [0, 1_000], 0, [2, 20, 2]),
  storeIsPersistent: choice(yesOrNo, 'no'),
  storeHasReplica: choice(yesOrNo, 'no'),
  workers: number('one', [1, 100], 8, [1, 8, 1]),
  queueMax: number('one', [0, 10_000], 100, [0, 20, 2]),
  serviceMs: number('milliseconds', [0, 5_000], 2, [0, 100, 10]),
  passwordHashMs: number('milliseconds', [0, 5_000], 0, [0, 500, 50]),
  retries: number('one', [0, 10], 0, [0, 6, 1]),
  retryDelayMs: number('milliseconds', [0, 10_000], 200, [0, 2_000, 200]),
  backoff: number('one', [1, 10], 1, [1, 4, 1]),
  jitter: choice(yesOrNo, 'no'),
  retryBudgetPercent: number('percent', [0, 100], 100, [0, 100, 10]),
  clientTimeoutMs: number('milliseconds', [10, 60_000], 3_000, [500, 5_000, 500]),
  serverTimeoutMs: number('milliseconds', [10, 60_000], 1_000, [200, 2_000, 200]),
  healthIntervalMs: number('milliseconds', [50, 60_000], 1_000, [500, 5_000, 500]),
  idempotencyKeys: choice(yesOrNo, 'no'),
} as const satisfies Readonly<Record<string, Parameter>>;

export type ParameterId = keyof typeof parameters;
export type ParameterValue = number | string;
export type Settings = { readonly [Id in ParameterId]?: ParameterValue };

export const parameterIds = Object.keys(parameters) as readonly ParameterId[];

export function parameterOf(id: ParameterId): Parameter {
  return parameters[id];
}

/** A study's settings with the defaults of what it leaves open. */
export class Values {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  number(id: ParameterId): number {
    return Number(this.#settings[id] ?? parameters[id].default);
  }

  text(id: ParameterId): string {
    return String(this.#settings[id] ?? parameters[id].default);
  }

  is(id: ParameterId): boolean {
    return this.text(id) === 'yes';
  }

  us(id: ParameterId): number {
    const parameter = parameterOf(id);
    const scale = parameter.kind === 'number' && parameter.unit === 'seconds' ? 1_000_000 : 1_000;
    return Math.round(this.number(id) * scale);
  }
}

/** The scenario with everything that the settings say about machines and network. */
export function withSettings(scenario: ClusterScenario, values: Values): ClusterScenario {
  const { timing, network, store } = scenario;
  const latencyUs = values.us('latencyMs');
  const capacity = values.number('storeCapacity');
  return {
    ...scenario,
    servers: values.number('servers'),
    balancing: values.text('balancing') as BalancingPolicy,
    capacity: { workers: values.number('workers'), queueMax: values.number('queueMax') },
    store: {
      ...store,
      isPersistent: values.is('storeIsPersistent'),
      entriesMax: capacity === 0 ? null : capacity,
      replica: values.is('storeHasReplica')
        ? {
            copyDelayUs: 1_000,
            pingIntervalUs: 500_000,
            pingFailuresMax: 2,
            readsFrom: 'primary',
            resyncs: true,
          }
        : null,
    },
    timing: {
      ...timing,
      service: { kind: 'exponential', meanUs: values.us('serviceMs') },
      passwordHashUs: values.us('passwordHashMs'),
      healthIntervalUs: values.us('healthIntervalMs'),
      serverTimeoutUs: values.us('serverTimeoutMs'),
      clientTimeoutUs: values.us('clientTimeoutMs'),
    },
    network: {
      ...network,
      // A seventh more or less, as in the lessons.
      internet: { minUs: Math.round((latencyUs * 6) / 7), maxUs: Math.round((latencyUs * 8) / 7) },
      lossPerMillion: Math.round(values.number('lossPercent') * 10_000),
    },
  };
}

/** What the settings say about all clients. */
export function clientSettings(values: Values): Pick<ClientGroup, 'think' | 'retries' | 'retryPolicy'> {
  const delayUs = values.us('retryDelayMs');
  const multiplier = values.number('backoff');
  const budget = values.number('retryBudgetPercent');
  return {
    think: { kind: 'exponential', meanUs: values.us('thinkMs') },
    retries: values.number('retries'),
    retryPolicy: {
      delayUs,
      multiplier,
      delayMaxUs: multiplier === 1 ? delayUs : 20 * delayUs,
      hasJitter: values.is('jitter'),
      // A whole hundred per cent allows every retry that the clients want.
      budgetPercent: budget === 100 ? null : budget,
    },
  };
}

/** How a crowd arrives, and within which time. */
export function arrivalsOf(values: Values, count: number): { arrivals: Arrivals; arrivesWithinUs: number } {
  const meanUs = Math.round(1_000_000 / values.number('arrivalRate'));
  const kind = values.text('arrivals');
  const spanUs = meanUs * count;
  if (kind === 'poisson') return { arrivals: { kind, meanUs }, arrivesWithinUs: 0 };
  if (kind === 'burst') return { arrivals: { kind, size: count, everyUs: spanUs }, arrivesWithinUs: 0 };
  if (kind === 'ramp') {
    const arrivals = { kind, fromMeanUs: 2 * meanUs, toMeanUs: Math.max(1, Math.round(meanUs / 4)) } as const;
    return { arrivals, arrivesWithinUs: 0 };
  }
  return { arrivals: { kind: 'within' }, arrivesWithinUs: spanUs };
}
