/** The server that each balancing policy chooses, written from its description in the glossary. */
import { roleOf } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { HttpRequest } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';

export interface Choice {
  readonly server: NodeId;
  readonly client: NodeId;
  readonly request: HttpRequest;
  /** The servers that may be chosen, in order. */
  readonly open: readonly NodeId[];
  /** All servers, in order. */
  readonly members: readonly NodeId[];
  /** Requests that a server works on for the load balancer. */
  readonly load: (server: NodeId) => number;
}

/** @returns For one life of a load balancer: why a choice is wrong, or null. */
export function choices(scenario: ClusterScenario): (choice: Choice) => string | null {
  const { balancing, strategy } = scenario;
  const isBoundByAddress = balancing === 'source-address';
  const isBoundByCookie = balancing === 'cookie' || (strategy === 'sticky' && !isBoundByAddress);
  const forNewcomer = newcomers(balancing);
  const addresses = sourceAddresses(scenario);
  return (choice) => {
    const { server, request, open } = choice;
    if (!open.includes(server)) return `only ${open.join(', ') || 'none'} may be chosen`;
    if (isBoundByAddress) return addresses(choice);
    const bound = isBoundByCookie ? boundServer(request) : undefined;
    if (bound === undefined || !open.includes(bound)) return forNewcomer(choice);
    return server === bound ? null : `its client is bound to ${bound}`;
  };
}

function newcomers(policy: ClusterScenario['balancing']): (choice: Choice) => string | null {
  switch (policy) {
    case 'first':
      return ({ server, open }) => expected(server, open[0]);
    case 'least-connections':
      return ({ server, open, load }) => {
        const least = Math.min(...open.map(load));
        return expected(
          server,
          open.find((each) => load(each) === least),
        );
      };
    default:
      return roundRobin();
  }
}

function expected(server: NodeId, right: NodeId | undefined): string | null {
  return server === right ? null : `${right} is next`;
}

/** The next open server after the last chosen one, in a circle. A change of the members moves the circle. */
function roundRobin(): (choice: Choice) => string | null {
  let last: { readonly server: NodeId; readonly members: string } | null = null;
  return ({ server, open, members }) => {
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
 * An address has its own ranking of the servers, and gets the first one that is open. Two choices contradict each other
 * if each preferred its server although the other's was open.
 */
function sourceAddresses(scenario: ClusterScenario): (choice: Choice) => string | null {
  const chosen = new Map<string, { readonly server: NodeId; readonly open: readonly NodeId[] }[]>();
  return ({ server, client, open }) => {
    const address = addressOf(scenario, client);
    const before = chosen.get(address) ?? [];
    chosen.set(address, [...before, { server, open }]);
    const other = before.find(
      (each) => each.server !== server && each.open.includes(server) && open.includes(each.server),
    );
    return other === undefined ? null : `its address belongs to ${other.server}`;
  };
}

/** Clients behind one router have one address. */
function addressOf({ clients }: ClusterScenario, client: NodeId): string {
  const all = clients.flatMap((group) => Array.from({ length: group.count }, () => group));
  return all[roleOf(client).ordinal - 1]?.sharesAddress === true ? 'the router' : client;
}

/** The server that the load balancer's cookie names. */
export function boundServer({ headers }: HttpRequest): string | undefined {
  const cookies = headers.find(([name]) => name === 'Cookie')?.[1] ?? '';
  return /(?:^|; )lb=([^;]*)/.exec(cookies)?.[1];
}
