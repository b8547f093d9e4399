/** What the files don't carry over from a scenario. Their README says it. */
import type { ClusterScenario } from '../../../simulation/scenario.ts';
import { descriptorOf } from '../../../simulation/strategies/strategies.ts';
import type { ClusterPlan } from './cluster-plan.ts';

/** In the order of the README. */
const conditions = {
  latency: () => true,
  'reply-delay': (_, { replyDelayMs }) => replyDelayMs > 0,
  loss: ({ network }) => network.lossPerMillion > 0,
  connections: () => true,
  'absolute-timeout': () => true,
  balancer: () => true,
  clients: ({ clients }) =>
    clients.some(
      ({ retries, resendsOnReset, sharesAddress, logsInAgain }) =>
        retries > 0 || resendsOnReset || sharesAddress || logsInAgain,
    ),
  addresses: (_, { balancing }) => balancing.affinity === 'source-address',
  queue: () => true,
  writes: (scenario) => descriptorOf(scenario).mode === 'stateful',
  'write-errors': (_, { store }) => store?.onWriteError === 'ignore',
  'local-copies': (_, { store }) => (store?.localCopyUs ?? 0) > 0,
  entries: (_, { store }) => store !== null && store.entriesMax !== null,
  failover: (_, { store }) => store !== null && store.replica !== null,
  reads: (_, { store }) => store?.replica?.readsFrom === 'replica',
  'own-keys': (scenario) => usesKeys(scenario) && scenario.keys.kind === 'own',
  'keys-in-store': (scenario) => usesKeys(scenario) && scenario.keys.kind === 'in-store',
  signature: (scenario) => isToken(scenario) && scenario.tokens.signature === 'public-key',
  'token-state': (scenario) =>
    isToken(scenario) && (scenario.tokens.hasDenyList || scenario.tokens.refreshLifetimeUs !== null),
  clocks: ({ clockOffsetsUs }) => clockOffsetsUs.some((offsetUs) => offsetUs !== 0),
  versions: ({ versions }) => new Set([1, ...versions]).size > 1,
} as const satisfies Readonly<Record<string, (scenario: ClusterScenario, plan: ClusterPlan) => boolean>>;

export type LeftOut = keyof typeof conditions;

export function leftOutOf(scenario: ClusterScenario, plan: ClusterPlan): readonly LeftOut[] {
  const all = Object.keys(conditions) as LeftOut[];
  return all.filter((each) => (conditions[each] as Condition)(scenario, plan));
}

type Condition = (scenario: ClusterScenario, plan: ClusterPlan) => boolean;

const usesKeys = (scenario: ClusterScenario) => descriptorOf(scenario).usesKeys;
const isToken = (scenario: ClusterScenario) => descriptorOf(scenario).carriesBearerToken;
