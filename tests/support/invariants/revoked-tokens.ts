/** A token on the deny list gives no access, and its entry there lasts as long as any server accepts the token. */
import { type ClusterEvent, SESSION_STORE } from '../../../src/simulation/cluster.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';
import { ServerClocks } from './server-clocks.ts';

const PREFIX = 'revoked:';

interface Entry {
  readonly expiresAtUs: number;
  /** Since when the store has it; null once it's gone. */
  since: EventId | null;
}

export function revokedTokens(report: Report, { tokens, store, clockOffsetsUs }: ClusterScenario): Checker {
  const entries = new Map<string, Entry>();
  const clocks = new ServerClocks();
  /** The servers know how far their clocks are apart at the start. */
  const knownUs = Math.max(0, ...clockOffsetsUs) - Math.min(0, ...clockOffsetsUs);
  return {
    see(event) {
      clocks.see(event);
      if (tokens.hasDenyList) follow(event, entries);
    },
    served({ id, server, request, response, arrival, arrivedAtUs }) {
      if (entries.size === 0) return;
      const { token } = presentedIn(request);
      const { user } = parseJsonObject(response.body) ?? {};
      const isHonoured = response.status === 200 && request.target !== '/login' && user;
      const entry = token === null || !isHonoured ? undefined : entries.get(idOf(token));
      if (entry === undefined) return;
      const { since, expiresAtUs } = entry;
      if (arrivedAtUs >= expiresAtUs + Math.max(0, clocks.spreadUs - knownUs)) {
        report(`${server} honours the token of ${id} after its entry in the deny list`);
      }
      // A replica can lack what its primary has.
      if (store.replica === null && since !== null && since < arrival && arrivedAtUs < expiresAtUs) {
        report(`${server} honours the token of ${id}, which is on the deny list`);
      }
    },
  };
}

function follow(event: ClusterEvent, entries: Map<string, Entry>): void {
  if (event.kind === 'remembered' && event.item.kind === 'store-entry' && event.node === SESSION_STORE) {
    const { key, expiresAtUs } = event.item.entry;
    if (!key.startsWith(PREFIX)) return;
    entries.set(key.slice(PREFIX.length), { expiresAtUs, since: event.id });
  }
  if (event.kind === 'node-crashed' && event.node === SESSION_STORE && event.forgets) {
    for (const entry of entries.values()) entry.since = null;
  }
  if (event.kind !== 'forgot' || event.node !== SESSION_STORE) return;
  const entry = entries.get(event.key.slice(PREFIX.length));
  if (event.key.startsWith(PREFIX) && entry !== undefined) entry.since = null;
}

function idOf(token: string): string {
  const [, payload = ''] = token.split('.');
  return String(parseJsonObject(Buffer.from(payload, 'base64url').toString())?.jti);
}
