/** Validates a scenario, field by field. The input is untrusted. */
import { balancingPolicies } from '../actors/balancing.ts';
import type { Arrivals } from '../arrivals.ts';
import { addressHashes, type BalancerConduct } from '../balancer.ts';
import type { RetryPolicy } from '../retry-policy.ts';
import type {
  ClientGroup,
  ClusterScenario,
  NetworkConditions,
  ReplicaConditions,
  ServerCapacity,
  StoreConditions,
  Timing,
} from '../scenario.ts';
import { type LockConditions, type SessionPolicy, sessionWrites } from '../session.ts';
import { strategyIds } from '../strategies/strategies.ts';
import { type KeyDistribution, refreshReuses, type TokenPolicy } from '../token-policy.ts';
import {
  type Check,
  type ChecksOf,
  flag,
  list,
  object,
  oneOf,
  orNull,
  type Problem,
  problemsOf,
  tagged,
  wholeNumber,
} from './check.ts';
import { checkTransport } from './check-transport.ts';
import { isRecord } from './is-record.ts';
import {
  CLIENTS_MAX,
  DELAY_US_MAX,
  GROUPS_MAX,
  LINES_MAX,
  LOSS_PER_MILLION_MAX,
  MILLION,
  RETRIES_MAX,
  RETRY_BUDGET_PERCENT_MAX,
  RETRY_MULTIPLIER_MAX,
  SCRIPT_LINES_MAX,
  SEED_MAX,
  SIMULATED_SERVERS_MAX,
} from './limits.ts';
import { lineAmong } from './lines.ts';
import { clockOffsetUs, delayUs, duration, intervalUs, latency, patienceUs } from './parts.ts';

export interface ScenarioLimits {
  /** Maximum number of servers for the caller: a stage has room for `SERVERS_MAX`. */
  readonly serversMax?: number;
  readonly clientsMax?: number;
  /** Lines of all clients, including repetitions. */
  readonly linesMax?: number;
}

/** @param scenario Plain data, or any value. */
export function checkScenario(scenario: unknown, limits: ScenarioLimits = {}): readonly Problem[] {
  const most = {
    serversMax: SIMULATED_SERVERS_MAX,
    clientsMax: CLIENTS_MAX,
    linesMax: LINES_MAX,
    ...limits,
  };
  const kind = oneOf(['cluster', 'transport']);
  if (isRecord(scenario) && scenario.kind === 'transport') return checkTransport(scenario, most);
  if (!isRecord(scenario)) return problemsOf(scenario, object({ kind }));
  const problems = problemsOf(
    scenario,
    object({ ...clusterChecks(clientsOf(scenario)), servers: wholeNumber(1, most.serversMax) }),
  );
  if (problems.length === 0) checkSums(scenario.clients, most, problems);
  return problems;
}

/** @param clients Number of clients that can receive something. */
export function clusterChecks(clients: number): ChecksOf<ClusterScenario> {
  return {
    kind: oneOf(['cluster', 'transport']),
    strategy: oneOf(strategyIds),
    balancing: oneOf(balancingPolicies),
    balancer: object(balancer),
    servers: wholeNumber(1, SIMULATED_SERVERS_MAX),
    versions: list(wholeNumber(1, 1_000), { min: 0, max: SIMULATED_SERVERS_MAX }),
    capacity: object(capacity),
    clients: list(object(group(clients)), { min: 1, max: GROUPS_MAX }),
    sessions: object(sessions),
    tokens: object(tokens),
    keys: tagged(keys),
    clockOffsetsUs: list(clockOffsetUs, { min: 0, max: SIMULATED_SERVERS_MAX }),
    replication: object(replication),
    store: object(store),
    keepAlive: object({ idleUs: orNull(intervalUs) }),
    seed: wholeNumber(0, SEED_MAX),
    timing: object(timing),
    network: object(network),
    connections: oneOf(['granted', 'tcp']),
  };
}

function group(clients: number): ChecksOf<ClientGroup> {
  return {
    count: wholeNumber(1, CLIENTS_MAX),
    // A client's script can be empty, so that it sends only what an operator commands.
    script: list(lineAmong(clients), { min: 0, max: SCRIPT_LINES_MAX }),
    repeats: wholeNumber(1, LINES_MAX),
    arrivesAtUs: delayUs,
    arrivesWithinUs: delayUs,
    arrivals: tagged(arrivals),
    think: duration,
    retries: wholeNumber(0, RETRIES_MAX),
    resendsOnReset: flag,
    retryPolicy: object(retryPolicy),
    logsInAgain: flag,
    sharesAddress: flag,
  };
}

const balancer: ChecksOf<BalancerConduct> = {
  onRefused: oneOf(['other-server', 'same-server', 'give-up']),
  retriesMax: wholeNumber(0, RETRIES_MAX),
  redispatches: flag,
  onServerReset: oneOf(['repeat-idempotent', 'bad-gateway', 'close']),
  onServerTimeout: oneOf(['gateway-timeout', 'repeat-idempotent']),
  noServerStatus: oneOf([502, 503]),
  connectTimeoutUs: patienceUs,
  checksHealth: flag,
  failsMax: wholeNumber(0, 1_000),
  failTimeoutUs: patienceUs,
  ties: oneOf(['first', 'rotate']),
  addressHash: oneOf(addressHashes),
  binding: oneOf(['cookie', 'table']),
  reissuesCookie: flag,
  removalNoticedAfterUs: delayUs,
  slowStartUs: delayUs,
};

const meanUs = wholeNumber(0, DELAY_US_MAX);
const arrivals: { readonly [Kind in Arrivals['kind']]: Readonly<Record<string, Check>> } = {
  within: {},
  poisson: { meanUs },
  burst: { size: wholeNumber(1, CLIENTS_MAX), everyUs: delayUs },
  ramp: { fromMeanUs: meanUs, toMeanUs: meanUs },
};

const retryPolicy: ChecksOf<RetryPolicy> = {
  delayUs,
  multiplier: wholeNumber(1, RETRY_MULTIPLIER_MAX),
  delayMaxUs: delayUs,
  hasJitter: flag,
  budgetPercent: orNull(wholeNumber(0, RETRY_BUDGET_PERCENT_MAX)),
};

const capacity: ChecksOf<ServerCapacity> = {
  workers: wholeNumber(1, 10_000),
  queueMax: wholeNumber(0, MILLION),
};

const lock: ChecksOf<LockConditions> = { ttlUs: patienceUs, pollUs: intervalUs, timeoutUs: delayUs };

const sessions: ChecksOf<SessionPolicy> = {
  idleUs: patienceUs,
  absoluteUs: patienceUs,
  renewsIdAtLogin: flag,
  writes: oneOf(sessionWrites),
  lock: object(lock),
};

const tokens: ChecksOf<TokenPolicy> = {
  lifetimeUs: patienceUs,
  hasDenyList: flag,
  refreshLifetimeUs: orNull(patienceUs),
  leewayUs: delayUs,
  signature: oneOf(['shared-secret', 'public-key']),
  refreshReuse: oneOf(refreshReuses),
  graceUs: delayUs,
};

const keys: {
  readonly [Kind in KeyDistribution['kind']]: ChecksOf<
    Omit<Extract<KeyDistribution, { kind: Kind }>, 'kind'>
  >;
} = {
  shared: {},
  own: {},
  'in-store': { refreshUs: intervalUs },
};

const replication: ChecksOf<ClusterScenario['replication']> = { delayUs };

const replica: ChecksOf<ReplicaConditions> = {
  copyDelayUs: delayUs,
  pingIntervalUs: intervalUs,
  pingFailuresMax: wholeNumber(1, 1_000),
  readsFrom: oneOf(['primary', 'replica']),
  resyncs: flag,
};

const store: ChecksOf<StoreConditions> = {
  isPersistent: flag,
  entriesMax: orNull(wholeNumber(1, MILLION)),
  whenFull: oneOf(['evict', 'refuse']),
  onWriteError: oneOf(['fail', 'ignore']),
  client: oneOf(['fails', 'waits']),
  localCopyUs: delayUs,
  replica: orNull(object(replica)),
};

const timing: ChecksOf<Timing> = {
  service: duration,
  replyUs: delayUs,
  healthIntervalUs: intervalUs,
  healthFailuresMax: wholeNumber(1, 1_000),
  backendTimeoutUs: patienceUs,
  serverTimeoutUs: patienceUs,
  clientTimeoutUs: patienceUs,
  passwordHashUs: delayUs,
};

const network: ChecksOf<NetworkConditions> = {
  internet: latency,
  cluster: latency,
  lossPerMillion: wholeNumber(0, LOSS_PER_MILLION_MAX),
  cutLinks: oneOf(['lose', 'delay']),
};

/** Number of clients, as far as it's known. */
function clientsOf({ clients }: Readonly<Record<string, unknown>>): number {
  if (!Array.isArray(clients)) return 0;
  return clients.reduce((sum: number, each: unknown) => {
    return sum + (isRecord(each) && typeof each.count === 'number' ? each.count : 0);
  }, 0);
}

/** A line that sends several requests counts as several. */
function requestsIn(script: ClientGroup['script']): number {
  return script.reduce((sum, line) => sum + (line.kind === 'at-once' ? line.lines.length : 1), 0);
}

/** @param groups Each of them valid on its own. */
function checkSums(groups: unknown, most: Required<ScenarioLimits>, problems: Problem[]): void {
  if (!Array.isArray(groups)) return;
  let clients = 0;
  let lines = 0;
  (groups as readonly ClientGroup[]).forEach(({ arrivals, count }, index) => {
    const longest = slowestArrivals(arrivals, count);
    if (longest === null) return;
    const field = `clients[${index}].arrivals.${longest.field}`;
    problems.push({ field, allowed: { kind: 'whole-number', min: 0, max: longest.max } });
  });
  for (const { count, script, repeats } of groups as readonly ClientGroup[]) {
    clients += count;
    lines += count * requestsIn(script) * repeats;
  }
  // Without any line there's nothing to show, and no moment for a command.
  if (lines === 0) {
    problems.push({
      field: 'clients[0].script',
      allowed: { kind: 'list', min: 1, max: SCRIPT_LINES_MAX },
    });
  }
  const { clientsMax, linesMax } = most;
  if (clients > clientsMax) problems.push({ field: 'clients', allowed: { kind: 'sum', max: clientsMax } });
  if (lines > linesMax) problems.push({ field: 'clients', allowed: { kind: 'sum', max: linesMax } });
}

/** The last client must arrive in time for the event queue. Null if it does. */
function slowestArrivals(
  arrivals: Arrivals,
  count: number,
): { readonly field: string; readonly max: number } | null {
  switch (arrivals.kind) {
    case 'within':
      return null;
    case 'poisson':
      return tooLong('meanUs', arrivals.meanUs, Math.floor(DELAY_US_MAX / count));
    case 'burst':
      return tooLong('everyUs', arrivals.everyUs, Math.floor((DELAY_US_MAX * arrivals.size) / count));
    case 'ramp': {
      const max = Math.floor(DELAY_US_MAX / count);
      return tooLong('fromMeanUs', arrivals.fromMeanUs, max) ?? tooLong('toMeanUs', arrivals.toMeanUs, max);
    }
    default:
      throw new Error(`Unknown arrivals ${arrivals satisfies never}`);
  }
}

function tooLong(field: string, value: number, max: number) {
  return value > max ? { field, max } : null;
}
