/** Which bytes of user state sit where. Resource state and what the cluster knows of itself do not count. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import { bytesInMemory, isUserState } from '../simulation/memory.ts';
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
    for (const { item } of memory) if (item.kind === 'session') elsewhere.add(item.session.id);
  }
  return (snapshot.get(node)?.memory ?? []).flatMap(({ item }) =>
    item.kind === 'session' && !elsewhere.has(item.session.id) ? [item.session.id] : [],
  );
}
