/** Reads what an operator did, and what came of it. */
import { roleOf } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { StepState } from '../trace/snapshots.ts';
import type { CommandStep } from '../trace/steps.ts';
import type { Keeping, NamedCommand, OperatorFacts } from './step-facts.ts';

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
    default: {
      const { moment: _, ...payload } = command;
      return { ...namesIn(payload), ...frame };
    }
  }
}

type Plain = Exclude<CommandPayload, { kind: 'crash' | 'restart' }>;

/** Replaces the IDs of nodes by references; payloads have them under these names only. */
function namesIn(payload: Plain): NamedCommand<Plain> {
  const refOf = (node: NodeId | null) => (node === null ? null : roleOf(node));
  return {
    ...payload,
    ...('node' in payload && { node: roleOf(payload.node) }),
    ...('nodes' in payload && { nodes: payload.nodes.map(roleOf) }),
    ...('between' in payload && { between: payload.between.map(roleOf) }),
    ...('from' in payload && { from: refOf(payload.from), to: refOf(payload.to) }),
  } as NamedCommand<Plain>;
}
