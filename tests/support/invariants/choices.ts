/** The server that each balancing policy chooses, written from its description in the glossary. */
import { roleOf } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { HttpRequest } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';

export interface Choice {
  readonly server: NodeId;
  readonly client: NodeId;
  readonly request: HttpRequest;
  /** The servers that may be chosen, in order: for a bound client, and for any. */
  readonly open: readonly NodeId[];
  readonly openToNewcomers: readonly NodeId[];
  /** The server in the client's cookie, or in the load balancer's table. */
  readonly bound: NodeId | undefined;
  /** Whether the load balancer's count of requests is known: not while it hears of a refusal, or closes a connection. */
  readonly isLoadKnown: boolean;
  /** All servers, in order. */
  readonly members: readonly NodeId[];
  /** Requests that a server works on for the load balancer. */
  readonly load: (server: NodeId) => number;
}

/** @returns For one life of a load balancer: why a choice is wrong, or null. */
export function choices(scenario: ClusterScenario): (choice: Choice) => string | null {
  const { balancing } = scenario;
  const isBoundByAddress = balancing === 'source-address';
  const forNewcomer = newcomers(scenario);
  const addresses = sourceAddresses(scenario);
  return (choice) => {
    const { server, open, openToNewcomers, bound } = choice;
    const isStaying = bound !== undefined && open.includes(bound);
    const may = isStaying ? open : openToNewcomers;
    if (!may.includes(server)) return `only ${may.join(', ') || 'none'} may be chosen`;
    if (isBoundByAddress) return addresses(choice);
    if (!isStaying) return forNewcomer(choice);
    return server === bound ? null : `its client is bound to ${bound}`;
  };
}

function newcomers({ balancing, balancer }: ClusterScenario): (choice: Choice) => string | null {
  const isGradual = balancer.slowStartUs > 0;
  switch (balancing) {
    case 'first':
      return ({ server, openToNewcomers }) => expected(server, openToNewcomers[0]);
    case 'least-connections': {
      const next = roundRobin();
      return (choice) => {
        const { server, openToNewcomers, load, isLoadKnown } = choice;
        const least = Math.min(...openToNewcomers.map(load));
        const idlest = openToNewcomers.filter((each) => load(each) === least);
        // Each choice moves the circle.
        const wrong = next({ ...choice, openToNewcomers: idlest });
        // In a slow start, a request counts for more than one.
        if (!isLoadKnown || isGradual) return null;
        return balancer.ties === 'first' ? expected(server, idlest[0]) : wrong;
      };
    }
    default: {
      const next = roundRobin();
      return (choice) => {
        const wrong = next(choice);
        return isGradual ? null : wrong;
      };
    }
  }
}

function expected(server: NodeId, right: NodeId | undefined): string | null {
  return server === right ? null : `${right} is next`;
}

/** The next open server after the last chosen one, in a circle. A change of the members moves the circle. */
function roundRobin(): (choice: Choice) => string | null {
  let last: { readonly server: NodeId; readonly members: string } | null = null;
  return ({ server, openToNewcomers: open, members }) => {
    const before = last;
    last = { server, members: members.join() };
    if (before !== null && before.members !== last.members) return null;
    const from = before === null ? 0 : members.indexOf(before.server) + 1;
    const circle = [...members.slice(from), ...members.slice(0, from)];
    return expected(
      server,
      circle.find((each) => open.includes(each)),
    );
  };
}

/**
 * The same address gets the same server while the servers are the same. Under most hashes, an address has its own
 * ranking of the servers and gets the first one that is open: two choices contradict each other if each preferred its
 * server although the other's was open. A hash by networks doesn't tell the clients of one network apart.
 */
function sourceAddresses(scenario: ClusterScenario): (choice: Choice) => string | null {
  const { addressHash } = scenario.balancer;
  const chosen = new Map<string, { server: NodeId; open: readonly NodeId[]; members: string }[]>();
  return ({ server, client, openToNewcomers: open, members }) => {
    const address = addressOf(scenario, client, addressHash === 'network');
    const before = chosen.get(address) ?? [];
    const now = { server, open, members: members.join() };
    chosen.set(address, [...before, now]);
    const isRanked = addressHash === 'rendezvous' || addressHash === 'consistent';
    const other = before.find(
      (each) =>
        each.server !== server &&
        (isRanked
          ? each.open.includes(server) && open.includes(each.server)
          : each.open.join() === open.join() && each.members === now.members),
    );
    return other === undefined ? null : `its address belongs to ${other.server}`;
  };
}

/** Clients behind one router have one address. Each other one is in one of 256 networks. */
export function addressOf({ clients }: ClusterScenario, client: NodeId, byNetwork = false): string {
  const all = clients.flatMap((group) => Array.from({ length: group.count }, () => group));
  return all[roleOf(client).ordinal - 1]?.sharesAddress === true
    ? 'the router'
    : byNetwork
      ? `network ${roleOf(client).ordinal % 256}`
      : client;
}

/** The server that the load balancer's cookie names. */
export function boundServer({ headers }: HttpRequest): string | undefined {
  const cookies = headers.find(([name]) => name === 'Cookie')?.[1] ?? '';
  return /(?:^|; )lb=([^;]*)/.exec(cookies)?.[1];
}
