/** Common code of the commands about links. */
import type { NodeId } from '../kernel/actor.ts';
import type { LinkEnds } from '../kernel/command.ts';
import {
  DATABASE,
  isClient,
  isServer,
  LOAD_BALANCER,
  SESSION_STORE,
  SESSION_STORE_REPLICA,
} from '../node-names.ts';
import { type Check, inTurn, list } from '../validation/check.ts';
import { CLIENTS_LISTED, type ClusterView } from './cluster-view.ts';
import type { LinkAt, ScenarioNames } from './command-descriptor.ts';

/** The links of a node. Each link belongs to the end that is further from the clients. */
export function linksOf(id: NodeId, view: ClusterView): readonly LinkAt[] {
  const exists = (other: NodeId) => (view.nodes.get(other)?.membership ?? 'absent') !== 'absent';
  const peers = peersOf(id, [...view.nodes].map(([other]) => other).filter(exists), view);
  return peers.map((other) => ({
    between: [other, id],
    isCut: view.cuts.some((cut) => cut.includes(id) && cut.includes(other)),
  }));
}

function peersOf(id: NodeId, nodes: readonly NodeId[], { traits }: ClusterView): readonly NodeId[] {
  const hasBalancer = nodes.includes(LOAD_BALANCER);
  const near = hasBalancer ? [LOAD_BALANCER] : nodes.filter(isClient).slice(0, CLIENTS_LISTED);
  const servers = nodes.filter(isServer);
  if (isServer(id)) {
    const copies = traits.keepsCopies ? servers.filter((other) => other < id) : [];
    return [...near, ...copies];
  }
  switch (id) {
    case SESSION_STORE:
    case DATABASE:
      return servers;
    case SESSION_STORE_REPLICA:
      return [SESSION_STORE];
    case LOAD_BALANCER:
      return nodes.filter(isClient).slice(0, CLIENTS_LISTED);
    default:
      // The load balancer's own menu has room for the links to the first ones.
      return hasBalancer && nodes.filter(isClient).indexOf(id) >= CLIENTS_LISTED ? [LOAD_BALANCER] : [];
  }
}

export function linkParameters({ node }: ScenarioNames): { readonly between: Check } {
  return { between: inTurn(list(node, { min: 2, max: 2 }), different) };
}

const different: Check = (value, field, problems) => {
  if (!Array.isArray(value) || value[0] !== value[1]) return;
  problems.push({ field, allowed: { kind: 'different-nodes' } });
};

/** Whether both ends exist and differ. */
export function isLink([one, other]: LinkEnds, cluster: { has(node: NodeId): boolean }): boolean {
  return one !== other && cluster.has(one) && cluster.has(other);
}
