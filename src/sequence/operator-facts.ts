/** Reads what an operator did, and what came of it. */
import { roleOf } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { StepState } from '../trace/snapshots.ts';
import type { CommandStep } from '../trace/steps.ts';
import type { Keeping, OperatorFacts } from './step-facts.ts';

/** What a command was given in, and what it cost. */
interface Setting {
  readonly keeps: Keeping;
  readonly sessionsLost: number;
  readonly state: StepState | undefined;
}

export function readOperator(
  { command, result }: CommandStep,
  { keeps, sessionsLost, state }: Setting,
): OperatorFacts {
  const frame = { result, sessionsLost, keeps };
  switch (command.kind) {
    case 'restart': {
      const isEmpty = state?.snapshot.get(command.node)?.memory.userBytes === 0;
      return { kind: 'restart', node: roleOf(command.node), isEmpty, ...frame };
    }
    case 'crash': {
      const lost = state?.snapshot.get(command.node)?.lost ?? [];
      const connectionsLost = lost.filter(({ item }) => item.kind === 'tcp-connection').length;
      return { kind: 'crash', node: roleOf(command.node), connectionsLost, ...frame };
    }
    case 'add':
    case 'drain':
      return { kind: command.kind, node: roleOf(command.node), ...frame };
    case 'cut':
    case 'heal': {
      const [one, other] = command.between;
      return { kind: command.kind, between: [roleOf(one), roleOf(other)], ...frame };
    }
    case 'partition':
      return { kind: 'partition', nodes: command.nodes.map(roleOf), ...frame };
    case 'heal-all':
      return { kind: 'heal-all', ...frame };
    case 'drop': {
      const refOf = (node: NodeId | null) => (node === null ? null : roleOf(node));
      return { kind: 'drop', from: refOf(command.from), to: refOf(command.to), ...frame };
    }
    case 'instruct': {
      const { nodes, instruction } = command;
      return { kind: 'instruct', nodes: nodes.map(roleOf), instruction, ...frame };
    }
    default:
      throw new Error(`Unknown command ${command satisfies never}`);
  }
}
