/** The fields of a cluster that few runs need, by the group that they're in. */
import { addressHashes } from '../../simulation/balancer.ts';
import {
  type ClientGroup,
  type ClusterScenario,
  clients,
  clusterScenario,
  replicaDefaults,
} from '../../simulation/scenario.ts';
import { sessionWrites } from '../../simulation/session.ts';
import { defaultStrategyOf, descriptorOf } from '../../simulation/strategies/strategies.ts';
import { refreshReuses } from '../../simulation/token-policy.ts';
import type { FieldSpec } from './field-specs.ts';

type ClusterFields = readonly FieldSpec<ClusterScenario>[];

const MILLISECOND_US = 1_000;
const SECOND_US = 1_000_000;

const replica = ({ store }: ClusterScenario) => store.replica !== null;
const locks = ({ sessions }: ClusterScenario) => sessions.writes === 'lock';
const usesKeys = (scenario: ClusterScenario) => descriptorOf(scenario).usesKeys;
const hasTokens = (scenario: ClusterScenario) => descriptorOf(scenario).carriesBearerToken;
const refreshes = (scenario: ClusterScenario) =>
  hasTokens(scenario) && scenario.tokens.refreshLifetimeUs !== null;
const triesSameServer = ({ balancer }: ClusterScenario) => balancer.onRefused === 'same-server';

/** Beside the load balancer's switches. */
export const healthFields = [
  { kind: 'number', path: 'timing.healthIntervalUs', unit: 'seconds' },
  { kind: 'number', path: 'timing.healthFailuresMax', unit: 'one' },
] as const satisfies ClusterFields;

export const rareClusterFields = {
  sessions: [
    { kind: 'choice', path: 'sessions.writes', values: sessionWrites },
    { kind: 'number', path: 'sessions.lock.ttlUs', unit: 'seconds', when: locks },
    { kind: 'number', path: 'sessions.lock.pollUs', unit: 'milliseconds', when: locks },
    { kind: 'number', path: 'sessions.lock.timeoutUs', unit: 'seconds', when: locks },
  ],
  store: [
    {
      kind: 'choice',
      path: 'store.whenFull',
      values: ['evict', 'refuse'],
      when: ({ store }) => store.entriesMax !== null,
    },
    { kind: 'choice', path: 'store.onWriteError', values: ['fail', 'ignore'] },
    { kind: 'choice', path: 'store.client', values: ['fails', 'waits'] },
    { kind: 'number', path: 'store.localCopyUs', unit: 'seconds' },
    { kind: 'choice', path: 'store.replica.readsFrom', values: ['primary', 'replica'], when: replica },
    { kind: 'flag', path: 'store.replica.resyncs', when: replica },
    { kind: 'number', path: 'store.replica.pingIntervalUs', unit: 'seconds', when: replica },
    { kind: 'number', path: 'store.replica.pingFailuresMax', unit: 'one', when: replica },
  ],
  keys: [
    {
      kind: 'tagged',
      path: 'keys',
      values: { shared: {}, own: {}, 'in-store': { refreshUs: 10 * SECOND_US } },
      when: usesKeys,
    },
    {
      kind: 'number',
      path: 'keys.refreshUs',
      unit: 'seconds',
      when: (scenario) => usesKeys(scenario) && scenario.keys.kind === 'in-store',
    },
    { kind: 'choice', path: 'tokens.signature', values: ['shared-secret', 'public-key'], when: hasTokens },
    { kind: 'number', path: 'tokens.leewayUs', unit: 'seconds' },
    { kind: 'choice', path: 'tokens.refreshReuse', values: refreshReuses, when: refreshes },
    {
      kind: 'number',
      path: 'tokens.graceUs',
      unit: 'seconds',
      when: (scenario) => refreshes(scenario) && scenario.tokens.refreshReuse === 'grace',
    },
  ],
  balancer: [
    {
      kind: 'choice',
      path: 'balancer.onRefused',
      values: ['other-server', 'same-server', 'give-up'],
    },
    { kind: 'number', path: 'balancer.retriesMax', unit: 'one', when: triesSameServer },
    { kind: 'flag', path: 'balancer.redispatches', when: triesSameServer },
    {
      kind: 'choice',
      path: 'balancer.onServerReset',
      values: ['repeat-idempotent', 'bad-gateway', 'close'],
    },
    { kind: 'choice', path: 'balancer.onServerTimeout', values: ['gateway-timeout', 'repeat-idempotent'] },
    { kind: 'choice', path: 'balancer.noServerStatus', values: [502, 503] },
    { kind: 'number', path: 'balancer.connectTimeoutUs', unit: 'milliseconds' },
    { kind: 'flag', path: 'balancer.checksHealth' },
    { kind: 'number', path: 'balancer.failsMax', unit: 'one' },
    {
      kind: 'number',
      path: 'balancer.failTimeoutUs',
      unit: 'seconds',
      when: ({ balancer }) => balancer.failsMax > 0,
    },
    { kind: 'choice', path: 'balancer.ties', values: ['first', 'rotate'] },
    { kind: 'choice', path: 'balancer.addressHash', values: addressHashes },
    { kind: 'choice', path: 'balancer.binding', values: ['cookie', 'table'] },
    { kind: 'flag', path: 'balancer.reissuesCookie' },
    { kind: 'number', path: 'balancer.removalNoticedAfterUs', unit: 'seconds' },
    { kind: 'number', path: 'balancer.slowStartUs', unit: 'seconds' },
  ],
  capacity: [
    { kind: 'number', path: 'capacity.workers', unit: 'one' },
    { kind: 'number', path: 'capacity.queueMax', unit: 'one' },
    {
      kind: 'tagged',
      path: 'timing.service',
      values: {
        fixed: { us: 2 * MILLISECOND_US },
        uniform: { minUs: MILLISECOND_US, maxUs: 3 * MILLISECOND_US },
        exponential: { meanUs: 2 * MILLISECOND_US },
      },
    },
    {
      kind: 'number',
      path: 'timing.service.us',
      unit: 'milliseconds',
      when: ({ timing }) => timing.service.kind === 'fixed',
    },
    {
      kind: 'number',
      path: 'timing.service.minUs',
      unit: 'milliseconds',
      atMost: 'timing.service.maxUs',
      when: ({ timing }) => timing.service.kind === 'uniform',
    },
    {
      kind: 'number',
      path: 'timing.service.maxUs',
      unit: 'milliseconds',
      when: ({ timing }) => timing.service.kind === 'uniform',
    },
    {
      kind: 'number',
      path: 'timing.service.meanUs',
      unit: 'milliseconds',
      when: ({ timing }) => timing.service.kind === 'exponential',
    },
    { kind: 'number', path: 'timing.passwordHashUs', unit: 'milliseconds' },
    { kind: 'number', path: 'timing.replyUs', unit: 'milliseconds' },
    { kind: 'list', path: 'versions', unit: 'one' },
    { kind: 'list', path: 'clockOffsetsUs', unit: 'seconds' },
  ],
  timeouts: [
    { kind: 'number', path: 'timing.clientTimeoutUs', unit: 'seconds' },
    { kind: 'number', path: 'timing.serverTimeoutUs', unit: 'seconds' },
    { kind: 'number', path: 'timing.backendTimeoutUs', unit: 'milliseconds' },
    { kind: 'optional', path: 'keepAlive.idleUs', unit: 'seconds', initial: 5 * SECOND_US },
  ],
  network: [
    {
      kind: 'number',
      path: 'network.cluster.minUs',
      unit: 'milliseconds',
      atMost: 'network.cluster.maxUs',
    },
    { kind: 'number', path: 'network.cluster.maxUs', unit: 'milliseconds' },
    { kind: 'choice', path: 'network.cutLinks', values: ['lose', 'delay'] },
    { kind: 'choice', path: 'connections', values: ['granted', 'tcp'] },
  ],
} as const satisfies Readonly<Record<string, ClusterFields>>;

export type RareFieldGroup = keyof typeof rareClusterFields;

const arrive = (kind: ClientGroup['arrivals']['kind']) => (group: ClientGroup) =>
  group.arrivals.kind === kind;
const thinks = (kind: ClientGroup['think']['kind']) => (group: ClientGroup) => group.think.kind === kind;
const retries = (group: ClientGroup) => group.retries > 0;

/** Of one group of clients. */
export const clientFields = [
  { kind: 'number', path: 'repeats', unit: 'one' },
  {
    kind: 'tagged',
    path: 'arrivals',
    values: {
      within: {},
      poisson: { meanUs: SECOND_US },
      burst: { size: 2, everyUs: SECOND_US },
      ramp: { fromMeanUs: 2 * SECOND_US, toMeanUs: SECOND_US / 2 },
    },
  },
  { kind: 'number', path: 'arrivesWithinUs', unit: 'seconds', when: arrive('within') },
  { kind: 'number', path: 'arrivals.meanUs', unit: 'seconds', when: arrive('poisson') },
  { kind: 'number', path: 'arrivals.size', unit: 'one', when: arrive('burst') },
  { kind: 'number', path: 'arrivals.everyUs', unit: 'seconds', when: arrive('burst') },
  { kind: 'number', path: 'arrivals.fromMeanUs', unit: 'seconds', when: arrive('ramp') },
  { kind: 'number', path: 'arrivals.toMeanUs', unit: 'seconds', when: arrive('ramp') },
  {
    kind: 'tagged',
    path: 'think',
    values: {
      fixed: { us: 4 * SECOND_US },
      uniform: { minUs: 3 * SECOND_US, maxUs: 5 * SECOND_US },
      exponential: { meanUs: 4 * SECOND_US },
    },
  },
  { kind: 'number', path: 'think.minUs', unit: 'seconds', atMost: 'think.maxUs', when: thinks('uniform') },
  { kind: 'number', path: 'think.maxUs', unit: 'seconds', when: thinks('uniform') },
  { kind: 'number', path: 'think.meanUs', unit: 'seconds', when: thinks('exponential') },
  { kind: 'flag', path: 'resendsOnReset' },
  { kind: 'number', path: 'retryPolicy.delayUs', unit: 'milliseconds', when: retries },
  { kind: 'number', path: 'retryPolicy.multiplier', unit: 'one', when: retries },
  { kind: 'number', path: 'retryPolicy.delayMaxUs', unit: 'milliseconds', when: retries },
  { kind: 'flag', path: 'retryPolicy.hasJitter', when: retries },
  { kind: 'optional', path: 'retryPolicy.budgetPercent', unit: 'budget', initial: 20, when: retries },
] as const satisfies readonly FieldSpec<ClientGroup>[];

type AnyField =
  | (typeof healthFields)[number]
  | (typeof rareClusterFields)[RareFieldGroup][number]
  | (typeof clientFields)[number];

export type FieldPath = AnyField['path'];

type ValuesOf<Path> =
  Extract<AnyField, { path: Path; kind: 'choice' | 'tagged' }> extends { readonly values: infer Values }
    ? Values extends readonly (infer Value extends string | number)[]
      ? `${Value}`
      : keyof Values
    : never;

/** The words of each choice's values. */
export type ChoiceWords = {
  readonly [Path in Extract<AnyField, { kind: 'choice' | 'tagged' }>['path']]: Readonly<
    Record<ValuesOf<Path> & string, string>
  >;
};

const plain = clusterScenario({ strategy: defaultStrategyOf('stateful'), clients: [] });
/** What a change is counted against. The default is no replica, so one that exists has defaults of its own. */
export const clusterDefaults: unknown = { ...plain, store: { ...plain.store, replica: replicaDefaults } };
export const clientDefaults: unknown = clients([]);
