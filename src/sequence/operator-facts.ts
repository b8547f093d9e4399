/** Reads the facts of operator commands and their effects. */
import { isServer, roleOf } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import { KEY_RING_KEY } from '../simulation/store-keys.ts';
import type { StepState } from '../trace/snapshots.ts';
import type { CommandStep } from '../trace/steps.ts';
import type { Keeping, NamedCommand, OperatorFacts } from './step-facts.ts';

/** Context of a command: the state before it, and what it cost. */
interface Setting {
  readonly keeps: Keeping;
  /** Whether each server makes a key of its own. */
  readonly hasOwnKeys: boolean;
  /** Whether TCP retransmits over a cut link. */
  readonly retransmits: boolean;
  readonly sessionsLost: number;
  readonly changesLost: number;
  readonly state: StepState | undefined;
}

export function readOperator(
  { command, result }: CommandStep,
  { keeps, hasOwnKeys, retransmits, sessionsLost, changesLost, state }: Setting,
): OperatorFacts {
  const frame = {
    result,
    sessionsLost,
    keeps,
    ...(changesLost > 0 && { changesLost }),
    ...(retransmits && { retransmits: true as const }),
  };
  switch (command.kind) {
    case 'restart': {
      const isEmpty = state?.snapshot.get(command.node)?.memory.userBytes === 0;
      const makesKey = hasOwnKeys && isServer(command.node);
      return {
        kind: 'restart',
        node: roleOf(command.node),
        isEmpty,
        ...(makesKey && { makesKey }),
        ...frame,
      };
    }
    case 'crash': {
      const lost = state?.snapshot.get(command.node)?.lost ?? [];
      const connectionsLost = lost.filter(({ item }) => item.kind === 'tcp-connection').length;
      const recordsLost = lost.some(({ item }) => item.kind === 'udp-latest');
      const keysLost = lost.some(
        ({ item }) => (hasOwnKeys && item.kind === 'key-ring') || isStoredRing(item),
      );
      return {
        kind: 'crash',
        node: roleOf(command.node),
        how: command.how,
        connectionsLost,
        ...(keysLost && { keysLost }),
        ...(recordsLost && { recordsLost }),
        ...frame,
      };
    }
    case 'instruct':
      return { ...instructed(command, state), ...frame };
    default: {
      const { moment: _, ...payload } = command;
      return { ...namesIn(payload), ...frame };
    }
  }
}

/** The keys in a store, where the servers read them. */
function isStoredRing(item: MemoryItem): boolean {
  return item.kind === 'store-entry' && item.entry.key === KEY_RING_KEY;
}

/** A node that is down doesn't get a command. If none gets it, the band names them all. */
function instructed(
  { nodes, instruction }: Extract<CommandPayload, { kind: 'instruct' }>,
  state: StepState | undefined,
) {
  const isUp = (node: NodeId) => state?.snapshot.get(node)?.isUp ?? false;
  const reached = nodes.filter(isUp);
  return {
    kind: 'instruct',
    instruction,
    nodes: (reached.length === 0 ? nodes : reached).map(roleOf),
    notReached: nodes.filter((node) => !isUp(node)).map(roleOf),
  } as const;
}

type Plain = Exclude<CommandPayload, { kind: 'crash' | 'restart' | 'instruct' }>;

/** Replaces node IDs with references. Payloads have IDs only under these names. */
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
