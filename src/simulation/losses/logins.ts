/**
 * Logins that can get new tokens, in a store. To its user a login is a session: without it, they have to log in again as
 * soon as the access token expires. An entry is worth something only to a client that has its refresh token.
 */
import { type ClusterEvent, isClient } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { MemoryItem } from '../memory.ts';
import { parseJsonObject } from '../protocols/http.ts';
import { isLoginKey, loginKeyOf } from '../store-keys.ts';

export function isLogin(item: MemoryItem): boolean {
  return item.kind === 'store-entry' && isLoginKey(item.entry.key);
}

/** The refresh token that each client has. */
export class HeldTokens {
  readonly #tokens = new Map<NodeId, string>();

  follow(event: ClusterEvent & { readonly kind: 'remembered' | 'forgot' }): void {
    if (!isClient(event.node)) return;
    if (event.kind === 'remembered' && event.item.kind === 'refresh-token') {
      this.#tokens.set(event.node, event.item.token);
    } else if (event.kind === 'forgot' && event.key === 'refresh-token') this.#tokens.delete(event.node);
  }

  /** Whether a client has the token of this login's entry. */
  fit(item: MemoryItem): boolean {
    if (item.kind !== 'store-entry' || !isLogin(item)) return false;
    const { secret } = parseJsonObject(item.entry.value) ?? {};
    return [...this.#tokens.values()].some((token) => {
      const [sid = '', held] = token.split('.');
      return loginKeyOf(sid) === item.entry.key && held === secret;
    });
  }
}
