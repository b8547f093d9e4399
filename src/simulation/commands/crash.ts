/** A process dies, or its machine goes dark. Private memory, unfinished work and pending replies are lost. */
import type { NodeId } from '../kernel/actor.ts';
import type { CrashKind } from '../kernel/command.ts';
import { isClient } from '../node-names.ts';
import type { Scenario } from '../scenario.ts';
import { oneOf, optional } from '../validation/check.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Crash {
  readonly kind: 'crash';
  readonly node: NodeId;
  /**
   * Without it, connections are reset as when a process dies, and segments and datagrams are lost as on a dark machine.
   * Links and files from before this choice mean that.
   */
  readonly how?: CrashKind;
}

export const crash: CommandDescriptor<Crash> = {
  kind: 'crash',
  icon: 'crash',
  effect: 'harm',
  isDestructive: true,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node, how: optional(oneOf(['process', 'machine'])) }),
  availableAt: {
    node({ id, isUp }, { scenario }) {
      if (isClient(id) || !isUp) return [];
      const death: Crash = hasConnections(scenario)
        ? { kind: 'crash', node: id, how: 'process' }
        : { kind: 'crash', node: id };
      return [death, { kind: 'crash', node: id, how: 'machine' }];
    },
  },
  judge({ node }, cluster) {
    const machine = cluster.machine(node);
    if (!machine?.isMember) return 'no-such-node';
    return machine.isUp ? 'done' : 'already-down';
  },
  apply: ({ node, how }, cluster) => cluster.crash(node, how),
};

/** Whether segments or datagrams are shown, so that it matters what the operating system does. */
function hasConnections(scenario: Scenario): boolean {
  return scenario.kind === 'transport' || scenario.connections === 'tcp';
}
