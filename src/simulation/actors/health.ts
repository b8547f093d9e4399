/**
 * Which servers may be sent requests: a load balancer finds out by asking them at intervals. Between a crash and
 * its detection there is a time in which it does not know.
 */
import { type ClusterContext, type ClusterEffect, type ClusterInput, isServer } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { httpRequest } from '../protocols/http.ts';
import type { Timing } from '../scenario.ts';
import { HEALTH_TARGET } from './server.ts';

const HEALTH_CHECK = 'health-check';
/** No request is forwarded under this number. */
export const HEALTH_EXCHANGE = 0;

type HealthTiming = Pick<Timing, 'healthIntervalUs' | 'healthFailuresMax'>;

export interface HealthState {
  /** Failed checks in a row; a server that answered its last one is not here. */
  readonly failures: Map<NodeId, number>;
  /** The servers that have not answered their last check yet. */
  readonly unanswered: Set<NodeId>;
  /** The servers that memory says are down, or to be drained. */
  readonly down: Set<NodeId>;
  readonly draining: Set<NodeId>;
  round: Round;
}

export function newHealth(): HealthState {
  const round = { servers: [], effects: [] };
  return { failures: new Map(), unanswered: new Set(), down: new Set(), draining: new Set(), round };
}

export function isFit({ down, draining }: HealthState, server: NodeId): boolean {
  return !down.has(server) && !draining.has(server);
}

/**
 * After a restart: that a server is to be drained was written down, unless it has left meanwhile; that one was down has
 * to be found out again.
 */
export function readHealth(health: HealthState, { memory, members }: ClusterContext): ClusterEffect[] {
  return [...memory.values()].flatMap((item) => {
    if (item.kind !== 'server-draining') return [];
    if (!members.includes(item.server)) return forgetChecks(health, item.server);
    health.draining.add(item.server);
    return [];
  });
}

export function nextCheck({ healthIntervalUs }: HealthTiming): ClusterEffect {
  return { kind: 'set-timer', timer: HEALTH_CHECK, delayUs: healthIntervalUs, background: true };
}

/** Asks every server. Whoever has not answered the last check by now has failed it. */
export function checkAll(
  health: HealthState,
  servers: readonly NodeId[],
  timing: HealthTiming,
): readonly ClusterEffect[] {
  const failed = [...health.unanswered].flatMap((server) => failCheck(health, server, timing));
  for (const server of servers) health.unanswered.add(server);
  if (health.round.servers !== servers) health.round = roundOf(servers, timing);
  return failed.length === 0 ? health.round.effects : [...failed, ...health.round.effects];
}

/** The checks of all servers, and the next round: the same each time, so that it is made once. */
interface Round {
  readonly servers: readonly NodeId[];
  readonly effects: readonly ClusterEffect[];
}

const check = httpRequest('GET', HEALTH_TARGET, []);

function roundOf(servers: readonly NodeId[], timing: HealthTiming): Round {
  const checks = servers.map((to): ClusterEffect => {
    return { kind: 'send', to, exchange: HEALTH_EXCHANGE, body: check };
  });
  return { servers, effects: [...checks, nextCheck(timing)] };
}

export function weighCheck(
  health: HealthState,
  { kind, message }: Extract<ClusterInput, { kind: 'message' | 'refused' | 'reset' }>,
  servers: readonly NodeId[],
  timing: HealthTiming,
): readonly ClusterEffect[] {
  const server = kind === 'message' ? message.from : message.to;
  // What is still heard of a server that has left.
  if (!servers.includes(server)) return nothing;
  health.unanswered.delete(server);
  if (kind !== 'message') return failCheck(health, server, timing);
  health.failures.delete(server);
  // One success is enough.
  return health.down.delete(server) ? [{ kind: 'forget', key: downKey(server) }] : nothing;
}

const nothing: readonly ClusterEffect[] = [];

function failCheck(
  health: HealthState,
  server: NodeId,
  { healthFailuresMax }: HealthTiming,
): ClusterEffect[] {
  const failures = (health.failures.get(server) ?? 0) + 1;
  health.failures.set(server, failures);
  if (failures !== healthFailuresMax) return [];
  health.down.add(server);
  return [{ kind: 'remember', key: downKey(server), item: { kind: 'server-down', server } }];
}

/** No new requests for this server; what it has been sent, it finishes. It is written down, as configuration is. */
export function startDraining(health: HealthState, server: NodeId): ClusterEffect[] {
  if (!isServer(server)) return [];
  health.draining.add(server);
  const item = { kind: 'server-draining', server } as const;
  return [{ kind: 'remember', key: drainingKey(server), item, durable: true }];
}

/** A server has left, or come as a new one: what was known of that name is of another. */
export function forgetChecks(health: HealthState, server: NodeId): ClusterEffect[] {
  health.down.delete(server);
  health.draining.delete(server);
  health.failures.delete(server);
  health.unanswered.delete(server);
  return [
    { kind: 'forget', key: drainingKey(server) },
    { kind: 'forget', key: downKey(server) },
  ];
}

function downKey(server: NodeId): string {
  return `down ${server}`;
}

function drainingKey(server: NodeId): string {
  return `draining ${server}`;
}
