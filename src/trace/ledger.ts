/** Which bytes of user state sit where. Resource state and what the cluster knows of itself do not count. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import { bytesInMemory, isUserState, sessionIn } from '../simulation/memory.ts';
import type { Session } from '../simulation/session.ts';
import type { NodeSnapshot, Snapshot } from './snapshots.ts';

/** Bytes of user state by node; nodes that hold none are left out. */
export function ledgerAt(snapshot: Snapshot): ReadonlyMap<NodeId, number> {
  const ledger = new Map<NodeId, number>();
  for (const [node, { memory }] of snapshot) {
    const bytes = userBytes(memory);
    if (bytes > 0) ledger.set(node, bytes);
  }
  return ledger;
}

export function userBytes(memory: NodeSnapshot['memory']): number {
  return memory.reduce((sum, { item }) => sum + (isUserState(item) ? bytesInMemory(item) : 0), 0);
}

/** The sessions on this node of which no other running node holds a copy: a crash of it loses just these. */
export function onlyCopiesOn(node: NodeId, snapshot: Snapshot): readonly string[] {
  const elsewhere = new Set<string>();
  for (const [other, { isUp, memory }] of snapshot) {
    if (other === node || !isUp) continue;
    for (const session of sessionsIn(memory)) elsewhere.add(session.id);
  }
  return sessionsIn(snapshot.get(node)?.memory ?? []).flatMap(({ id }) => (elsewhere.has(id) ? [] : [id]));
}

function sessionsIn(memory: NodeSnapshot['memory']): Session[] {
  return memory.flatMap(({ item }) => sessionIn(item) ?? []);
}
