/** Cuts every link between some nodes and all others. */
import type { NodeId } from '../kernel/actor.ts';
import { DATABASE, isServer, SESSION_STORE, SESSION_STORE_REPLICA } from '../node-names.ts';
import { list } from '../validation/check.ts';
import { CLIENTS_MAX } from '../validation/limits.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Partition {
  readonly kind: 'partition';
  readonly nodes: readonly NodeId[];
}

/** Machines beside the servers that can be alone. */
const others: ReadonlySet<NodeId> = new Set([SESSION_STORE, SESSION_STORE_REPLICA, DATABASE]);

export const partition: CommandDescriptor<Partition> = {
  kind: 'partition',
  icon: 'cut',
  effect: 'harm',
  isDestructive: false,
  lifelineOf: ({ nodes }) => nodes[0] ?? null,
  parameters: ({ node }) => ({ nodes: list(node, { min: 1, max: CLIENTS_MAX }) }),
  availableAt: {
    links({ id }, links) {
      const isAlone = links.length > 0 && links.every(({ isCut }) => isCut);
      return (isServer(id) || others.has(id)) && links.length > 0 && !isAlone
        ? [{ kind: 'partition', nodes: [id] }]
        : [];
    },
  },
  judge: ({ nodes }, cluster) => (nodes.every((node) => cluster.has(node)) ? 'done' : 'no-such-node'),
  apply({ nodes }, cluster) {
    const side = new Set(nodes);
    for (const one of side) {
      for (const other of cluster.nodes) if (!side.has(other)) cluster.cut([one, other]);
    }
  },
};
