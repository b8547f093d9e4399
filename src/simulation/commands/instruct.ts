/** Sends nodes a node command. */
import type { NodeId } from '../kernel/actor.ts';
import { list, tagged } from '../validation/check.ts';
import { CLIENTS_MAX } from '../validation/limits.ts';
import type { CommandDescriptor } from './command-descriptor.ts';
import { type NodeCommand, nodeCommands } from './node-commands.ts';

/** Saved files and links contain the spellings `instruct` and `instruction`, so they stay. */
export interface Instruct {
  readonly kind: 'instruct';
  readonly nodes: readonly NodeId[];
  readonly instruction: NodeCommand;
}

export const instruct: CommandDescriptor<Instruct> = {
  kind: 'instruct',
  icon: 'instruct',
  effect: 'neutral',
  isDestructive: false,
  lifelineOf: ({ nodes }) => nodes[0] ?? null,
  parameters: (names) => ({
    nodes: list(names.node, { min: 1, max: CLIENTS_MAX }),
    instruction: tagged(
      Object.fromEntries(nodeCommands.map(({ kind, parameters }) => [kind, parameters(names)])),
    ),
  }),
  availableAt: {
    cluster: (view) =>
      nodeCommands.flatMap(({ availableAt }) =>
        (availableAt.cluster?.(view) ?? []).map(({ nodes, command }) => told(nodes, command)),
      ),
    node: (node, view) =>
      nodeCommands.flatMap(({ availableAt }) =>
        (availableAt.node?.(node, view) ?? []).map((command) => told([node.id], command)),
      ),
  },
  judge: ({ nodes }, cluster) => (nodes.every((node) => cluster.has(node)) ? 'done' : 'no-such-node'),
  apply({ nodes, instruction }, cluster) {
    for (const node of nodes) cluster.instruct(node, instruction);
  },
};

function told(nodes: readonly NodeId[], instruction: NodeCommand): Instruct {
  return { kind: 'instruct', nodes, instruction };
}
