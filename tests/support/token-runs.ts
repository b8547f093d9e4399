/** Short constructors for runs with signed tokens, and their results. */
import type { Line } from '../../src/simulation/applications/line.ts';
import {
  type ClusterEvent,
  type Command,
  LOAD_BALANCER,
  SESSION_STORE,
} from '../../src/simulation/cluster.ts';
import type { NodeCommand } from '../../src/simulation/commands/node-commands.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import type { Moment } from '../../src/simulation/kernel/command.ts';
import { headerOf } from '../../src/simulation/protocols/http.ts';
import type { KeyRing } from '../../src/simulation/protocols/signing-key.ts';
import {
  type ClusterScenario,
  clients,
  clusterScenario,
  type GivenScenario,
} from '../../src/simulation/scenario.ts';
import type { TokenPolicy } from '../../src/simulation/token-policy.ts';
import { memoriesAfter } from './node-memories.ts';

export const SECOND_US = 1_000_000;

export const logIn: Line = { kind: 'log-in', user: 'mina' };
export const me: Line = { kind: 'me' };
export const logOut: Line = { kind: 'log-out' };

/** Default: one client with these lines. */
export function says(lines: readonly Line[], changes: Partial<GivenScenario> = {}): ClusterScenario {
  return clusterScenario({ strategy: 'signed-token', clients: [clients(lines)], ...changes });
}

/** Default: a lifetime of ten minutes, no deny-list, no refresh tokens, no leeway, a shared secret. */
export function tokens(changes: Partial<TokenPolicy>): TokenPolicy {
  return {
    lifetimeUs: 600 * SECOND_US,
    hasDenyList: false,
    refreshLifetimeUs: null,
    leewayUs: 0,
    signature: 'shared-secret',
    refreshReuse: 'revoke',
    graceUs: 10 * SECOND_US,
    ...changes,
  };
}

export function instruct(nodes: readonly NodeId[], instruction: NodeCommand, moment: Moment): Command {
  return { kind: 'instruct', nodes, instruction, moment };
}

/** Each request's result at its client, in order: `client/2 server-1: 401 expired`. */
export function fatesOf(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'message-delivered' || event.message.from !== LOAD_BALANCER) return [];
    const { request, body } = event.message;
    if (body.kind !== 'http-response' || request === null) return [];
    const { error } = JSON.parse(body.body);
    const server = headerOf(body, 'X-Served-By') ?? LOAD_BALANCER;
    return [`${request} ${server}: ${body.status}${error === undefined ? '' : ` ${error}`}`];
  });
}

/** Tokens issued to this client, in order. */
export function tokensGivenTo(client: NodeId, events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'remembered' && event.node === client && event.item.kind === 'access-token'
      ? [event.item.token]
      : [],
  );
}

/** Senders and receivers of this request's messages. */
export function messagesOf(request: string, events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-sent' && event.message.request === request
      ? [`${event.message.from} > ${event.message.to} ${event.message.body.kind}`]
      : [],
  );
}

/** The session store's final entries, with values parsed as JSON. */
export function keptInStore(events: readonly ClusterEvent[]): [key: string, value: unknown][] {
  return memoriesAfter(events)
    .on(SESSION_STORE)
    .flatMap((item) => (item.kind === 'store-entry' ? [[item.entry.key, JSON.parse(item.entry.value)]] : []));
}

export function keyRingOn(node: NodeId, events: readonly ClusterEvent[]): KeyRing | undefined {
  const item = memoriesAfter(events)
    .on(node)
    .find(({ kind }) => kind === 'key-ring');
  return item?.kind === 'key-ring' ? item.ring : undefined;
}
