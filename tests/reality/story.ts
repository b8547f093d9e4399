/**
 * Stories that run twice: in the simulation, and on HAProxy or nginx with real Node servers and Redis. Both are told
 * from the same lines and faults, and both give a list of answers.
 */
import {
  type Balancer,
  balancersFor,
  clusterPlan,
} from '../../src/features/exporting/cluster/cluster-plan.ts';
import type { RequestLine } from '../../src/simulation/applications/line.ts';
import type { SetServerState } from '../../src/simulation/commands/set-server-state.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';

const faults = ['die', 'freeze', 'thaw', 'restart', 'flush'] as const;
export type Fault = (typeof faults)[number];

export type StoryStep =
  | RequestLine
  /** Between two requests. Afterwards the load balancer has had the time to notice. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly node: string }
  /** The client does nothing for this long. */
  | { readonly kind: 'wait'; readonly us: number }
  /** HAProxy’s `set server state`. */
  | { readonly kind: 'server-state'; readonly server: string; readonly state: SetServerState['state'] }
  /** The next request is sent, and has had its effect, but isn't answered yet. */
  | { readonly kind: 'fault-during'; readonly fault: Fault; readonly node: string }
  /** Too early to be noticed by a health check. */
  | { readonly kind: 'fault-unnoticed'; readonly fault: Fault; readonly node: string }
  /** A thief copies the client's cookies and token. */
  | { readonly kind: 'copy-credentials' }
  /** The thief's request, after all of the client's. */
  | { readonly kind: 'by-thief'; readonly line: RequestLine };

export interface Story {
  readonly id: string;
  /** One sentence. */
  readonly title: string;
  readonly scenario: ClusterScenario;
  readonly steps: readonly StoryStep[];
  /** The balancers that this story is about. Default: all that can balance like this. */
  readonly balancers?: readonly Balancer[];
  /** Whether charges are counted at the end. */
  readonly countsCharges?: boolean;
  /** Left out of the quick set. */
  readonly takesLonger?: boolean;
}

/** What a client was told, request by request, such as `200 from server-1`; then the charges, if counted. */
export type Outcome = string;

/** @param server What `X-Served-By` says; null for a response of the load balancer. */
export function wordOf(status: number, server: string | null): string {
  return server === null ? String(status) : `${status} from ${server}`;
}

export function balancersOf({ scenario, balancers }: Story): readonly Balancer[] {
  return balancersFor(clusterPlan(scenario)).filter((each) => balancers?.includes(each) ?? true);
}
