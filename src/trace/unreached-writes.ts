/** Why a store lacks a write that another store has. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import type { Evidence } from './reasons.ts';
import type { EventOf } from './why-case.ts';

/**
 * While the store with the write is down, nothing can bring it. A store that was down at the time gets it only with all
 * other data of its peer.
 *
 * @param at When the store without it was asked.
 */
export function ofUnreachedWrite(
  events: readonly ClusterEvent[],
  node: NodeId,
  write: EventOf<'remembered'>,
  at: EventId,
): readonly Evidence[] {
  const crash = crashOf(events, write.node, at);
  const wasDown = crashOf(events, node, write.id) !== null;
  const holder: readonly Evidence[] =
    crash === null ? [] : [{ reason: { kind: 'has-change-but-is-down', node: write.node }, event: crash }];
  const kind = wasDown ? 'came-back-without-it' : crash === null ? 'was-behind' : 'never-got-it';
  return [...holder, { reason: { kind, node }, event: at }];
}

/** The crash of a node that is down at an event; null if it's up. */
export function crashOf(events: readonly ClusterEvent[], node: NodeId, at: EventId): EventId | null {
  const last = events
    .slice(0, at)
    .findLast(
      (event) => (event.kind === 'node-crashed' || event.kind === 'node-started') && event.node === node,
    );
  return last?.kind === 'node-crashed' ? last.id : null;
}
