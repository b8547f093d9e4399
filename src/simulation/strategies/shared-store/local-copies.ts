/**
 * A server's own copies of sessions in a shared store. They spare round trips, and are stale after a write or a logout
 * at another server, until their time is over.
 */
import { measuredUs } from '../../actors/server-clock.ts';
import type { ClusterContext, ClusterEffect } from '../../cluster.ts';
import { readSession, type Session, sessionText, storeKeyOf } from '../../session.ts';

/** A copy that is young enough to answer from. */
export function localCopyOf(id: string, context: ClusterContext): Session | undefined {
  const item = context.memory.get(storeKeyOf(id));
  return item?.kind === 'local-copy' && measuredUs(context) < item.untilUs
    ? readSession(item.value)
    : undefined;
}

/**
 * @param askedUs When the store was asked, as `measuredUs` says. The answer can't be older, so the copy is never older than it may be.
 * @param localCopyUs 0 for servers without copies.
 */
export function keepLocally(session: Session, askedUs: number, localCopyUs: number): ClusterEffect[] {
  if (localCopyUs === 0) return [];
  const item = { kind: 'local-copy', value: sessionText(session), untilUs: askedUs + localCopyUs } as const;
  return [{ kind: 'remember', key: storeKeyOf(session.id), item }];
}

export function forgetLocally(id: string, { memory }: ClusterContext): ClusterEffect[] {
  const key = storeKeyOf(id);
  return memory.has(key) ? [{ kind: 'forget', key }] : [];
}
