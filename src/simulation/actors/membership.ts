/** Which servers a load balancer knows of. It can learn late that one drains or has left. */
import type { BalancerConduct } from '../balancer.ts';
import { type ClusterContext, type ClusterEffect, isServer, roleOf } from '../cluster.ts';
import type { NodeId, TimerName } from '../kernel/actor.ts';
import { forgetChecks, type HealthState, startDraining } from './health.ts';

export interface MembershipState {
  readonly health: HealthState;
  servers: readonly NodeId[];
  /** Servers that have left, which the load balancer hasn't learned yet. */
  readonly departed: Set<NodeId>;
}

interface MembershipOptions {
  readonly conduct: Pick<BalancerConduct, 'removalNoticedAfterUs' | 'slowStartUs'>;
}

const DRAINED = 'drained ';
const REMOVED = 'removed ';

export function join(
  state: MembershipState,
  node: NodeId,
  { conduct }: MembershipOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const wasDeparted = state.departed.delete(node);
  updateServers(state, context);
  const forgotten = forgetChecks(state.health, node);
  if (isServer(node) && conduct.slowStartUs > 0) state.health.upSinceUs.set(node, context.nowUs);
  return wasDeparted ? [...forgotten, { kind: 'cancel-timer', timer: `${REMOVED}${node}` }] : forgotten;
}

export function hearOfDraining(
  { health }: MembershipState,
  node: NodeId,
  { conduct: { removalNoticedAfterUs: delayUs } }: MembershipOptions,
): readonly ClusterEffect[] {
  if (delayUs === 0 || !isServer(node)) return startDraining(health, node);
  return [{ kind: 'set-timer', timer: `${DRAINED}${node}`, delayUs, background: true }];
}

export function hearOfLeaving(
  state: MembershipState,
  node: NodeId,
  { conduct: { removalNoticedAfterUs: delayUs } }: MembershipOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (delayUs === 0 || !isServer(node)) {
    updateServers(state, context);
    return forgetChecks(state.health, node);
  }
  state.departed.add(node);
  return [{ kind: 'set-timer', timer: `${REMOVED}${node}`, delayUs, background: true }];
}

/** Null when it's another timer. */
export function learnOfRemoval(
  state: MembershipState,
  timer: TimerName,
  context: ClusterContext,
): readonly ClusterEffect[] | null {
  const name = String(timer);
  if (name.startsWith(DRAINED)) {
    const server = name.slice(DRAINED.length);
    return context.draining.includes(server) ? startDraining(state.health, server) : [];
  }
  if (!name.startsWith(REMOVED)) return null;
  const server = name.slice(REMOVED.length);
  state.departed.delete(server);
  updateServers(state, context);
  return forgetChecks(state.health, server);
}

function updateServers(state: MembershipState, { members }: ClusterContext): void {
  const servers = members.filter(isServer);
  const all = [...servers, ...state.departed];
  state.servers =
    state.departed.size === 0
      ? servers
      : all.sort((one, other) => roleOf(one).ordinal - roleOf(other).ordinal);
}
