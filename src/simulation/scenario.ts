/** A scenario: everything that a run depends on besides the operator's commands, as plain JSON. */
import type { BalancingPolicy } from './actors/load-balancer.ts';
import type { Conversation } from './application/shop.ts';
import type { Latency } from './kernel/network.ts';
import type { StrategyId } from './placement/placement.ts';

export const SERVERS_MAX = 9;
export const COMMANDS_MAX = 200;

export interface Scenario {
  readonly strategy: StrategyId;
  readonly balancing: BalancingPolicy;
  /** How many servers, 1 to 9. */
  readonly servers: number;
  /** The client's lines, in order. */
  readonly script: readonly Conversation[];
  readonly seed: number;
  readonly timing: Timing;
}

/** Virtual microseconds throughout. */
export interface Timing {
  /** Between the client and the load balancer. */
  readonly internet: Latency;
  /** Between the machines of the cluster. */
  readonly cluster: Latency;
  readonly serviceUs: number;
  readonly replyUs: number;
  readonly thinkUs: number;
  readonly healthIntervalUs: number;
  readonly healthFailuresMax: number;
}

/** A customer thinks for longer than two health checks take, so a crash between requests is noticed in time. */
export const defaultTiming: Timing = {
  internet: { minUs: 18_000, maxUs: 24_000 },
  cluster: { minUs: 400, maxUs: 700 },
  serviceUs: 2_000,
  replyUs: 300,
  thinkUs: 4_000_000,
  healthIntervalUs: 1_000_000,
  healthFailuresMax: 2,
};
