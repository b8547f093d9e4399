/**
 * Health checks: the load balancer probes each server at intervals. Between a crash and its detection, it doesn't
 * know.
 */
import { type ClusterContext, type ClusterEffect, type ClusterInput, isServer } from '../cluster.ts';
import type { SetServerState } from '../commands/set-server-state.ts';
import type { NodeId, TimerName } from '../kernel/actor.ts';
import type { MemoryItem } from '../memory.ts';
import { httpRequest } from '../protocols/http.ts';
import type { Timing } from '../scenario.ts';
import { HEALTH_TARGET } from './server.ts';

const HEALTH_CHECK = 'health-check';
/** Reserved exchange ID of health checks. Forwarded requests never use it. */
export const HEALTH_EXCHANGE = 0;

type HealthTiming = Pick<Timing, 'healthIntervalUs' | 'healthFailuresMax'>;

export interface HealthState {
  /** Consecutive failed checks; a server whose last check succeeded has no entry. */
  readonly failures: Map<NodeId, number>;
  /** Servers with a pending check. */
  readonly unanswered: Set<NodeId>;
  /** Servers marked down or draining in memory. */
  readonly down: Set<NodeId>;
  readonly draining: Set<NodeId>;
  /** Servers that get no requests for some time, because requests failed there. */
  readonly resting: Set<NodeId>;
  /** Servers that an operator has closed to newcomers, or to all clients. */
  readonly closed: Map<NodeId, ClosedTo>;
  /** When a server came back, for its slow start. */
  readonly upSinceUs: Map<NodeId, number>;
  /** Failed requests per server, and when the first of them failed. */
  readonly fails: Map<NodeId, { readonly count: number; readonly sinceUs: number }>;
  round: Round;
}

type ClosedTo = Extract<MemoryItem, { kind: 'server-closed' }>['to'];

export function newHealth(): HealthState {
  const round = { servers: [], effects: [] };
  return {
    failures: new Map(),
    unanswered: new Set(),
    down: new Set(),
    draining: new Set(),
    resting: new Set(),
    closed: new Map(),
    upSinceUs: new Map(),
    fails: new Map(),
    round,
  };
}

/** Whether clients that are bound to this server can use it. */
export function isFit({ down, draining, resting, closed }: HealthState, server: NodeId): boolean {
  if (resting.has(server)) return false;
  return !down.has(server) && !draining.has(server) && closed.get(server) !== 'everybody';
}

export function takesNewcomers(health: HealthState, server: NodeId): boolean {
  return isFit(health, server) && !health.closed.has(server);
}

/**
 * Rebuilds the state after a restart. Draining marks were persisted and stay, unless the server has left, even if a new
 * one with its name has joined; crashed servers must be detected again.
 */
export function readHealth(health: HealthState, { memory, draining }: ClusterContext): ClusterEffect[] {
  return [...memory.values()].flatMap((item) => {
    if (item.kind === 'server-closed') health.closed.set(item.server, item.to);
    if (item.kind !== 'server-draining') return [];
    if (!draining.includes(item.server)) return forgetChecks(health, item.server);
    health.draining.add(item.server);
    return [];
  });
}

export function nextCheck({ healthIntervalUs }: HealthTiming): ClusterEffect {
  return { kind: 'set-timer', timer: HEALTH_CHECK, delayUs: healthIntervalUs, background: true };
}

/** Probes every server. A server whose previous check is still pending has failed it. */
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

/** Effects of one round of checks, cached because they're equal each time. */
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
  { nowUs }: ClusterContext,
): readonly ClusterEffect[] {
  const server = kind === 'message' ? message.from : message.to;
  // Ignore late responses from a server that has left.
  if (!servers.includes(server)) return nothing;
  health.unanswered.delete(server);
  if (kind !== 'message') return failCheck(health, server, timing);
  health.failures.delete(server);
  // One success marks the server up.
  if (!health.down.delete(server)) return nothing;
  health.upSinceUs.set(server, nowUs);
  return [{ kind: 'forget', key: downKey(server) }];
}

/** The time without requests is over. */
export function endRest(health: HealthState, server: NodeId, nowUs: number): readonly ClusterEffect[] {
  if (!health.resting.delete(server)) return nothing;
  health.upSinceUs.set(server, nowUs);
  return [{ kind: 'forget', key: restKey(server) }];
}

interface FailRule {
  readonly failsMax: number;
  readonly failTimeoutUs: number;
}

const FAIL_TIMER = 'fail ';

/** A request failed at this server. After some failures within the timeout, the server gets no request for as long. */
export function countFail(
  health: HealthState,
  server: NodeId,
  { failsMax, failTimeoutUs }: FailRule,
  nowUs: number,
): readonly ClusterEffect[] {
  if (failsMax === 0 || health.resting.has(server)) return nothing;
  const before = health.fails.get(server);
  const isRecent = before !== undefined && nowUs - before.sinceUs < failTimeoutUs;
  const fails = isRecent ? { ...before, count: before.count + 1 } : { count: 1, sinceUs: nowUs };
  health.fails.set(server, fails);
  if (fails.count < failsMax) return nothing;
  health.fails.delete(server);
  health.resting.add(server);
  return [
    { kind: 'remember', key: restKey(server), item: { kind: 'server-down', server } },
    { kind: 'set-timer', timer: `${FAIL_TIMER}${server}`, delayUs: failTimeoutUs, background: true },
  ];
}

/** The server whose time without requests is over; null for another timer. */
export function serverOfFailTimer(timer: TimerName): NodeId | null {
  return typeof timer === 'string' && timer.startsWith(FAIL_TIMER) ? timer.slice(FAIL_TIMER.length) : null;
}

/** An operator closes a server to newcomers or to all clients, or opens it again. Persisted like configuration. */
export function setServerState(
  health: HealthState,
  { server, state }: SetServerState,
  servers: readonly NodeId[],
): ClusterEffect[] {
  if (!servers.includes(server)) return [];
  if (state === 'ready') {
    health.closed.delete(server);
    return [{ kind: 'forget', key: closedKey(server) }];
  }
  const to = state === 'drain' ? 'newcomers' : 'everybody';
  health.closed.set(server, to);
  const item = { kind: 'server-closed', server, to } as const;
  return [{ kind: 'remember', key: closedKey(server), item, durable: true }];
}

function closedKey(server: NodeId): string {
  return `closed ${server}`;
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

/** Stops new requests to this server; requests in flight complete. Persisted like configuration. */
export function startDraining(health: HealthState, server: NodeId): ClusterEffect[] {
  if (!isServer(server)) return [];
  health.draining.add(server);
  const item = { kind: 'server-draining', server } as const;
  return [{ kind: 'remember', key: drainingKey(server), item, durable: true }];
}

/** Forgets a server's checks after it left or a new one joined: the old entries belong to another machine. */
export function forgetChecks(health: HealthState, server: NodeId): ClusterEffect[] {
  health.down.delete(server);
  health.draining.delete(server);
  health.failures.delete(server);
  health.unanswered.delete(server);
  health.closed.delete(server);
  health.resting.delete(server);
  health.upSinceUs.delete(server);
  health.fails.delete(server);
  return [
    { kind: 'forget', key: closedKey(server) },
    { kind: 'forget', key: restKey(server) },
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

function restKey(server: NodeId): string {
  return `rests ${server}`;
}
