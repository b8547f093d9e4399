/** Which server gets a request: the one that its client is bound to, or one chosen for newcomers. */
import type { BalancerConduct } from '../balancer.ts';
import type { ClusterContext, ClusterEffect, ClusterMessage } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { cookieOf } from '../protocols/cookies.ts';
import type { HttpRequest } from '../protocols/http.ts';
import { serverByHash } from './address-hashing.ts';
import { AFFINITY_COOKIE, type Balancing } from './balancing.ts';
import { type HealthState, isFit, takesNewcomers } from './health.ts';

export interface ChoiceOptions {
  readonly balancing: Balancing;
  readonly conduct: Pick<BalancerConduct, 'ties' | 'addressHash' | 'binding' | 'slowStartUs'>;
  /** A client's address as the load balancer sees it. Clients behind one router share an address. */
  readonly addressOf: (client: NodeId) => string;
}

export interface ChoiceState {
  /** Requests in flight per server. */
  readonly connections: Map<NodeId, number>;
  readonly health: HealthState;
  /** The cluster's servers, in order. */
  servers: readonly NodeId[];
  /** Position in round robin, and among servers with equally many requests: an index into the servers. */
  turn: number;
  /** Turns that a server in its slow start has saved up, in millionths. */
  readonly credits: Map<NodeId, number>;
}

/** The server that the client is bound to, if it can serve; otherwise one chosen for newcomers. */
export function choose(
  state: ChoiceState,
  { from }: ClusterMessage,
  request: HttpRequest,
  tried: readonly NodeId[],
  options: ChoiceOptions,
  context: ClusterContext,
): NodeId | undefined {
  const { balancing, conduct, addressOf } = options;
  const { health, servers } = state;
  const bound = boundServer(from, request, options, context);
  if (bound !== undefined && servers.includes(bound) && isFit(health, bound) && !tried.includes(bound)) {
    return bound;
  }
  const mayServe = (server: NodeId) => takesNewcomers(health, server) && !tried.includes(server);
  if (balancing.affinity === 'source-address') {
    return serverByHash(conduct.addressHash, addressOf(from), servers, mayServe);
  }
  return chooseForNewcomer(state, mayServe, options, context);
}

/** The server that a cookie or the table names. */
export function boundServer(
  client: NodeId,
  request: HttpRequest,
  { balancing, conduct, addressOf }: ChoiceOptions,
  { memory }: ClusterContext,
): NodeId | undefined {
  if (balancing.affinity !== 'cookie') return undefined;
  if (conduct.binding === 'cookie') return cookieOf(request, AFFINITY_COOKIE);
  const item = memory.get(bindingKey(addressOf(client)));
  return item?.kind === 'binding' ? item.server : undefined;
}

export function writeBinding(address: string, server: NodeId): ClusterEffect {
  return { kind: 'remember', key: bindingKey(address), item: { kind: 'binding', address, server } };
}

function bindingKey(address: string): string {
  return `binding ${address}`;
}

function chooseForNewcomer(
  state: ChoiceState,
  mayServe: (server: NodeId) => boolean,
  { balancing: { newcomers }, conduct }: ChoiceOptions,
  context: ClusterContext,
): NodeId | undefined {
  const { servers, connections, health } = state;
  const shareOf = (server: NodeId) => shareSince(health.upSinceUs.get(server), conduct.slowStartUs, context);
  switch (newcomers) {
    case 'first':
      return servers.find(mayServe);
    case 'round-robin':
      return (
        inTurn(state, (server) => mayServe(server) && hasTurn(state, server, shareOf(server))) ??
        inTurn(state, mayServe)
      );
    case 'least-connections': {
      const fit = servers.filter(mayServe);
      // Requests per share, in millionths: a server at half its share counts each of them twice.
      const load = (server: NodeId) => {
        const requests = connections.get(server) ?? 0;
        const share = shareOf(server);
        return share === WHOLE ? requests * MILLION : Math.floor(((requests + 1) * WHOLE * MILLION) / share);
      };
      const least = Math.min(...fit.map(load));
      const isLeast = (server: NodeId) => mayServe(server) && load(server) === least;
      return conduct.ties === 'first' ? fit.find(isLeast) : inTurn(state, isLeast);
    }
    default:
      throw new Error(`Unknown policy ${newcomers satisfies never}`);
  }
}

/** The next server in the circle for which this holds. */
function inTurn(state: ChoiceState, holds: (server: NodeId) => boolean): NodeId | undefined {
  const { servers, turn } = state;
  for (let ahead = 0; ahead < servers.length; ahead += 1) {
    const index = (turn + ahead) % servers.length;
    const server = servers[index];
    if (server === undefined || !holds(server)) continue;
    state.turn = (index + 1) % servers.length;
    return server;
  }
  return undefined;
}

const MILLION = 1_000_000;
const WHOLE = MILLION;

/** The share of a server that came back then, in millionths. It grows evenly, and is never 0. */
function shareSince(sinceUs: number | undefined, slowStartUs: number, { nowUs }: ClusterContext): number {
  if (sinceUs === undefined || slowStartUs === 0 || nowUs - sinceUs >= slowStartUs) return WHOLE;
  return Math.max(1, Math.floor(((nowUs - sinceUs) * WHOLE) / slowStartUs));
}

/** Whether a server in its slow start takes this turn: it saves up its share at each one. */
function hasTurn({ credits }: ChoiceState, server: NodeId, share: number): boolean {
  if (share === WHOLE) return true;
  const saved = (credits.get(server) ?? 0) + share;
  credits.set(server, saved >= WHOLE ? saved - WHOLE : saved);
  return saved >= WHOLE;
}
