/** A browser's storage for one site, sent along with each request. */
import { type ClusterContext, type ClusterEffect, type ClusterMessage, isClient } from '../cluster.ts';
import type { MemoryItem } from '../memory.ts';
import { basicCredentials } from '../protocols/basic-auth.ts';
import { bearerCredentials } from '../protocols/bearer-auth.ts';
import { isTooLarge } from '../protocols/cookie-size.ts';
import { cookiesSetBy } from '../protocols/cookies.ts';
import { type Header, type HttpResponse, parseJsonObject } from '../protocols/http.ts';
import { type Tampering, tamper } from '../protocols/token-tampering.ts';
import type { Stealable } from '../protocols/wire.ts';

const ACCESS_TOKEN = 'access-token';
const REFRESH_TOKEN = 'refresh-token';

/** Headers with every cookie for the site, under any strategy, and the credentials of the logged-in user. */
export function credentialHeaders(memory: ClusterContext['memory']): readonly Header[] {
  if (memory.size === 0) return [];
  const headers: Header[] = [];
  const pairs: string[] = [];
  for (const item of memory.values()) {
    if (item.kind === 'cookie') pairs.push(`${item.name}=${item.value}`);
    if (item.kind === 'credentials') headers.push(['Authorization', basicCredentials(item)]);
    if (item.kind === 'access-token') headers.push(['Authorization', bearerCredentials(item.token)]);
  }
  if (pairs.length > 0) headers.push(['Cookie', pairs.join('; ')]);
  return headers;
}

/** Applies the response's cookies, and stores its tokens. A cookie that is too large is ignored without a word. */
export function keepCredentials(response: HttpResponse): ClusterEffect[] {
  const effects: ClusterEffect[] = [];
  for (const { name, value, isDeleted } of cookiesSetBy(response)) {
    if (isTooLarge({ name, value })) continue;
    const item = { kind: 'cookie', name, value } as const;
    effects.push(isDeleted ? { kind: 'forget', key: keyOf(item) } : keep(item));
  }
  for (const token of tokensIn(response)) effects.push(keep(token));
  return effects;
}

/** Everything a thief needs to impersonate this client. */
function stealable(memory: ClusterContext['memory']): readonly Stealable[] {
  return [...memory.values()].filter(isStealable);
}

function keep(item: Stealable): ClusterEffect {
  return { kind: 'remember', key: keyOf(item), item };
}

/** Deletes the tokens after a logout, or when they're no longer valid. Only the client forgets them. */
export const forgetTokens: readonly ClusterEffect[] = [
  { kind: 'forget', key: ACCESS_TOKEN },
  { kind: 'forget', key: REFRESH_TOKEN },
];

export function refreshTokenIn(memory: ClusterContext['memory']): string | null {
  const item = memory.get(REFRESH_TOKEN);
  return item?.kind === 'refresh-token' ? item.token : null;
}

/** The holder of a token or a sealed cookie can change it; a server decides whether it's still valid. */
export function tamperWithToken(memory: ClusterContext['memory'], tampering: Tampering): ClusterEffect[] {
  const effects: ClusterEffect[] = [];
  for (const item of memory.values()) {
    if (item.kind === 'access-token') effects.push(keep({ ...item, token: tamper(item.token, tampering) }));
    if (item.kind !== 'cookie') continue;
    const value = tamper(item.value, tampering);
    if (value !== item.value) effects.push(keep({ ...item, value }));
  }
  return effects;
}

function keyOf(item: Stealable): string {
  return item.kind === 'cookie' ? `cookie ${item.name}` : item.kind;
}

/** RFC 6749 §5.1. */
function tokensIn({ body }: HttpResponse): Stealable[] {
  if (!body.includes('"access_token"')) return [];
  const { access_token: access, refresh_token: refresh } = parseJsonObject(body) ?? {};
  const tokens: Stealable[] = [];
  if (typeof access === 'string') tokens.push({ kind: ACCESS_TOKEN, token: access });
  if (typeof refresh === 'string') tokens.push({ kind: REFRESH_TOKEN, token: refresh });
  return tokens;
}

const stealableKinds: ReadonlySet<MemoryItem['kind']> = new Set<Stealable['kind']>([
  'cookie',
  'credentials',
  ACCESS_TOKEN,
  REFRESH_TOKEN,
]);

function isStealable(item: MemoryItem): item is Stealable {
  return stealableKinds.has(item.kind);
}

export function handOver(to: string, { memory, members }: ClusterContext): ClusterEffect[] {
  if (!isClient(to) || !members.includes(to)) return [];
  const items = stealable(memory);
  return [{ kind: 'send', to, role: 'one-way', exchange: 0, body: { kind: 'hand-over', items } }];
}

/** Stores credentials that were handed over by another client. */
export function receive({ body }: ClusterMessage): readonly ClusterEffect[] {
  if (body.kind !== 'hand-over') throw new Error(`A client got an unexpected ${body.kind} message.`);
  return body.items.map(keep);
}
