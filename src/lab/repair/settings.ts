/** What a learner can change in a challenge: members of a scenario, each with the few values that are offered. */
import { balancingPolicies } from '../../simulation/actors/balancing.ts';
import { type BalancerProfile, balancerProfiles, profileOf } from '../../simulation/balancer.ts';
import { valueAt, withValueAt } from '../../simulation/member-at.ts';
import { type ClientGroup, type ClusterScenario, replicaDefaults } from '../../simulation/scenario.ts';
import { sessionWrites } from '../../simulation/session.ts';
import { descriptorOf, strategyIds } from '../../simulation/strategies/strategies.ts';
import { refreshReuses } from '../../simulation/token-policy.ts';

export type SettingValue = string | number | boolean | null;

export interface Setting {
  readonly values: readonly SettingValue[];
  /** Undefined where none of its values says what the scenario has. */
  of(scenario: ClusterScenario): SettingValue | undefined;
  set(scenario: ClusterScenario, value: SettingValue): ClusterScenario;
  /** Whether it means anything in this scenario. Default: always. */
  readonly when?: (scenario: ClusterScenario) => boolean;
}

const SECOND_US = 1_000_000;

const hasReplica = (scenario: ClusterScenario) => usesStore(scenario) && scenario.store.replica !== null;
const isLimited = (scenario: ClusterScenario) => usesStore(scenario) && scenario.store.entriesMax !== null;
const isStateful = (scenario: ClusterScenario) => descriptorOf(scenario).mode === 'stateful';
const keepsCopies = (scenario: ClusterScenario) => descriptorOf(scenario).keepsCopies;
const usesKeys = (scenario: ClusterScenario) => descriptorOf(scenario).usesKeys;
const hasTokens = (scenario: ClusterScenario) => descriptorOf(scenario).carriesBearerToken;
const refreshes = (scenario: ClusterScenario) =>
  hasTokens(scenario) && scenario.tokens.refreshLifetimeUs !== null;

export function usesStore(scenario: ClusterScenario): boolean {
  return descriptorOf(scenario).usesStore(scenario);
}

/** In the order of the form. */
const table = {
  strategy: member('strategy', strategyIds),
  copyDelay: member('replication.delayUs', [0, 50_000, 500_000], keepsCopies),
  sessionWrites: member('sessions.writes', sessionWrites, isStateful),
  sessionIdle: member('sessions.idleUs', [10 * SECOND_US, 60 * SECOND_US, 120 * SECOND_US], isStateful),
  storePersistent: member('store.isPersistent', [false, true], usesStore),
  storeReplica: setting({
    values: ['none', 'later', 'at-once'],
    of: replicaOf,
    set: withReplica,
    when: usesStore,
  }),
  readsFrom: ofReplica('readsFrom', ['primary', 'replica']),
  resyncs: ofReplica('resyncs', [false, true]),
  storeEntries: member('store.entriesMax', [2, 4, 8, null], usesStore),
  whenFull: member('store.whenFull', ['evict', 'refuse'], isLimited),
  storeWriteError: member('store.onWriteError', ['fail', 'ignore'], usesStore),
  storeClient: member('store.client', ['fails', 'waits'], usesStore),
  keys: setting({
    values: ['shared', 'own', 'in-store'],
    of: ({ keys }) => keys.kind,
    set: (scenario, kind) => ({ ...scenario, keys: keysOf(kind) }),
    when: usesKeys,
  }),
  tokenLifetime: member('tokens.lifetimeUs', [5 * SECOND_US, 60 * SECOND_US, 600 * SECOND_US], hasTokens),
  denyList: member('tokens.hasDenyList', [false, true], hasTokens),
  leeway: member('tokens.leewayUs', [0, SECOND_US, 60 * SECOND_US], usesKeys),
  refreshReuse: member('tokens.refreshReuse', refreshReuses, refreshes),
  servers: member('servers', [1, 2, 3]),
  balancing: member('balancing', balancingPolicies),
  balancer: setting({
    values: Object.keys(balancerProfiles),
    of: ({ balancer }) => profileOf(balancer) ?? undefined,
    set: (scenario, name) => ({ ...scenario, balancer: balancerProfiles[name as BalancerProfile] }),
  }),
  healthInterval: member('timing.healthIntervalUs', [SECOND_US / 2, SECOND_US, 10 * SECOND_US]),
  keepAlive: member('keepAlive.idleUs', [null, 5 * SECOND_US, 90 * SECOND_US]),
  versions: setting({
    values: ['mixed', 'one'],
    of: ({ versions }) => (new Set(versions).size > 1 ? 'mixed' : 'one'),
    set: (scenario, which) => ({ ...scenario, versions: which === 'one' ? [2, 2, 2] : [2, 1] }),
  }),
  idempotencyKey: setting({
    values: [false, true],
    of: ({ clients }) => common(clients.flatMap(({ script }) => script.flatMap(keyOfPayment))),
    set: (scenario, has) => ({ ...scenario, clients: scenario.clients.map(withKey(has === true)) }),
  }),
  retries: ofClients('retries', [0, 1, 3]),
  resendsOnReset: ofClients('resendsOnReset', [false, true]),
  sharesAddress: ofClients('sharesAddress', [false, true]),
} satisfies Readonly<Record<string, Setting>>;

export type SettingId = keyof typeof table;

export const settingIds = Object.keys(table) as unknown as readonly [SettingId, ...SettingId[]];

export function settingOf(id: SettingId): Setting {
  return table[id];
}

/** Gives the functions of a literal their types. */
function setting(given: Setting): Setting {
  return given;
}

function member(path: string, values: readonly SettingValue[], when?: Setting['when']): Setting {
  return {
    values,
    of: (scenario) => values.find((each) => each === valueAt(scenario, path)),
    set: (scenario, value) => withValueAt(scenario, path, value),
    ...(when !== undefined && { when }),
  };
}

/** A member of the replica. Without a replica, it changes nothing. */
function ofReplica(name: string, values: readonly SettingValue[]): Setting {
  const always = member(`store.replica.${name}`, values);
  return {
    ...always,
    set: (scenario, value) => (scenario.store.replica === null ? scenario : always.set(scenario, value)),
    when: hasReplica,
  };
}

/** A member that all groups of clients have alike. */
function ofClients(name: keyof ClientGroup, values: readonly SettingValue[]): Setting {
  return {
    values,
    of: ({ clients }) => common(clients.map((group) => group[name] as SettingValue)),
    set: (scenario, value) => ({
      ...scenario,
      clients: scenario.clients.map((group) => ({ ...group, [name]: value })),
    }),
  };
}

/** Undefined for different values, or none. */
function common(values: readonly SettingValue[]): SettingValue | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function keyOfPayment(line: ClientGroup['script'][number]): readonly boolean[] {
  return line.kind === 'pay' ? [line.hasIdempotencyKey] : [];
}

function withKey(hasIdempotencyKey: boolean) {
  return (group: ClientGroup): ClientGroup => ({
    ...group,
    script: group.script.map((line) => (line.kind === 'pay' ? { ...line, hasIdempotencyKey } : line)),
  });
}

function replicaOf({ store: { replica } }: ClusterScenario): SettingValue {
  if (replica === null) return 'none';
  return replica.copyDelayUs === 0 ? 'at-once' : 'later';
}

/** What else is known of a replica stays. */
function withReplica(scenario: ClusterScenario, when: SettingValue): ClusterScenario {
  const { store } = scenario;
  const replica = store.replica ?? replicaDefaults;
  const copyDelayUs = when === 'at-once' ? 0 : replicaDefaults.copyDelayUs;
  return { ...scenario, store: { ...store, replica: when === 'none' ? null : { ...replica, copyDelayUs } } };
}

function keysOf(kind: SettingValue): ClusterScenario['keys'] {
  if (kind === 'in-store') return { kind, refreshUs: SECOND_US };
  return { kind: kind === 'own' ? 'own' : 'shared' };
}
