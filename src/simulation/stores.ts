/** A scenario's session stores. */
import { sessionStore } from './actors/session-store.ts';
import { type ClusterDomain, SESSION_STORE, SESSION_STORE_REPLICA } from './cluster.ts';
import type { NodeSpec } from './kernel/node.ts';
import type { StoreConditions } from './scenario.ts';

const pair = [
  { id: SESSION_STORE, peer: SESSION_STORE_REPLICA, begins: 'primary' },
  { id: SESSION_STORE_REPLICA, peer: SESSION_STORE, begins: 'replica' },
] as const;

export function storesOf({
  isPersistent,
  entriesMax,
  whenFull,
  replica,
}: StoreConditions): NodeSpec<ClusterDomain>[] {
  if (replica === null) {
    const actor = sessionStore({ entriesMax, whenFull, replication: null });
    return [{ id: SESSION_STORE, actor, isDurable: isPersistent }];
  }
  return pair.map(({ id, peer, begins }) => {
    const actor = sessionStore({ entriesMax, whenFull, replication: { ...replica, peer, begins } });
    return { id, actor, isDurable: isPersistent };
  });
}
