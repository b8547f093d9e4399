/** What the load balancer is set up with, and what it knows between two inputs. */
import type { BalancerConduct } from '../balancer.ts';
import type { ClusterMessage } from '../cluster.ts';
import type { NodeId, TimerName } from '../kernel/actor.ts';
import { NumberMap } from '../kernel/number-map.ts';
import type { KeepAlive, Timing } from '../scenario.ts';
import { newHealth } from './health.ts';
import type { ConnectionPool } from './keep-alive.ts';
import type { MembershipState } from './membership.ts';
import type { ChoiceOptions, ChoiceState } from './server-choice.ts';

export interface LoadBalancerOptions extends ChoiceOptions {
  readonly timing: Pick<Timing, 'healthIntervalUs' | 'healthFailuresMax' | 'serverTimeoutUs'>;
  readonly conduct: BalancerConduct;
  readonly keepAlive: KeepAlive;
}

/** A request on its way, and the servers that have refused it. */
export interface Job {
  readonly message: ClusterMessage;
  readonly server: NodeId;
  readonly tried: readonly NodeId[];
  /** Further attempts to connect so far, under `same-server`. */
  readonly retries: number;
  /** How the last attempt failed that may have executed the request; undefined if no server has got it. */
  readonly unknown?: UnknownResult;
}

/** Failures after which nobody knows whether the server executed the request. */
export type UnknownResult = 'connection-reset' | 'server-timeout';

export interface Forwarded extends Job {
  /** Deadline for the server's response. */
  readonly untilUs: number;
}

export interface LoadBalancerState extends ChoiceState, MembershipState {
  /** Forwarded requests by exchange ID. */
  readonly forwarded: NumberMap<Forwarded>;
  /** Exchange IDs count from 1. Timeouts are equal, so deadlines are in the same order. */
  lastExchange: number;
  /** No exchange below this ID is in flight. */
  oldestExchange: number;
  /** Jobs that wait for their next attempt to connect, by timer. */
  readonly waiting: Map<TimerName, Job>;
  /** Its connections to servers that close idle ones; null where none is closed. */
  pool: ConnectionPool | null;
  /** Clients whose connection has had a response. */
  readonly reused: Set<NodeId>;
}

/** Where a new load balancer begins. */
export function newLoadBalancer(): LoadBalancerState {
  return {
    forwarded: new NumberMap(),
    lastExchange: 0,
    oldestExchange: 1,
    connections: new Map(),
    health: newHealth(),
    servers: [],
    turn: 0,
    credits: new Map(),
    waiting: new Map(),
    pool: null,
    reused: new Set(),
    departed: new Set(),
  };
}
