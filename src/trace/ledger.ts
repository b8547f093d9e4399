/** Which bytes of user state sit where. Resource state and what the cluster knows of itself do not count. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import { isUserState, sessionIn } from '../simulation/memory.ts';
import type { MemoryChange, Snapshot, StepState } from './snapshots.ts';

/** Bytes of user state by node; nodes that hold none are left out. */
export function ledgerAt(snapshot: Snapshot): ReadonlyMap<NodeId, number> {
  const ledger = new Map<NodeId, number>();
  for (const [node, { memory }] of snapshot) {
    if (memory.userBytes > 0) ledger.set(node, memory.userBytes);
  }
  return ledger;
}

/** A change of what some node knows of users, and the step that brought it about. */
export interface LedgerEntry {
  readonly step: number;
  readonly change: MemoryChange;
}

/** The latest entries up to a step, the latest first, and no more than so many. */
export function entriesUpTo(
  { states }: { readonly states: readonly StepState[] },
  step: number,
  max: number,
): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let index = step; index >= 0 && entries.length < max; index -= 1) {
    const changes = states[index]?.changes.filter(isOfUsers) ?? [];
    entries.push(...changes.toReversed().map((change) => ({ step: index, change })));
  }
  return entries.slice(0, max);
}

function isOfUsers(change: MemoryChange): boolean {
  return change.kind === 'missed' || isUserState(change.item);
}

/**
 * The sessions on this node of which no other running node holds a copy, and which no disk keeps: a crash of it, or
 * its leaving, loses just these.
 */
export function onlyCopiesOn(
  node: NodeId,
  snapshot: Snapshot,
  { keepsDisk = true }: { readonly keepsDisk?: boolean } = {},
): readonly string[] {
  const elsewhere = new Set<string>();
  for (const [other, { isUp, memory }] of snapshot) {
    if (other === node || !isUp) continue;
    for (const { item } of memory) {
      const session = sessionIn(item);
      if (session !== null) elsewhere.add(session.id);
    }
  }
  return [...(snapshot.get(node)?.memory ?? [])].flatMap(({ item, durable }) => {
    const session = sessionIn(item);
    const isKept = (durable && keepsDisk) || (session !== null && elsewhere.has(session.id));
    return session === null || isKept ? [] : [session.id];
  });
}
