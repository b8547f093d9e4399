/**
 * A command's view of a run at one step, for deciding whether the command can be given there. It shows the nodes' state
 * and memory at that step. Of later steps, it shows only the next message and which clients send more.
 */
import type { NodeId } from '../kernel/actor.ts';
import type { LinkEnds } from '../kernel/command.ts';
import type { MemoryItem } from '../memory.ts';
import type { Scenario } from '../scenario.ts';
import type { StrategyTraits } from '../strategies/strategy-traits.ts';

export interface NodeView {
  readonly isUp: boolean;
  /** Up, but its process stands still. */
  readonly isFrozen: boolean;
  /** `absent`: not in the cluster, yet or any more. `draining`: leaves when its work is done. */
  readonly membership: 'absent' | 'member' | 'draining';
  readonly memory: Iterable<{ readonly item: MemoryItem }>;
}

export interface NodeViews {
  get(node: NodeId): NodeView | undefined;
  [Symbol.iterator](): Iterator<readonly [NodeId, NodeView]>;
}

export interface ClusterView {
  readonly scenario: Scenario;
  readonly traits: Pick<StrategyTraits, 'usesKeys' | 'keepsCopies'>;
  readonly nodes: NodeViews;
  readonly cuts: readonly LinkEnds[];
  /** All commands of the run, including later ones. */
  readonly commands: readonly RunCommand[];
  /**
   * Sender and receiver of the next visible message to arrive; null where dropping by these two would hit another
   * message.
   */
  nextMessage(): { readonly from: NodeId; readonly to: NodeId } | null;
  /** Whether the client sends anything after the step. */
  hasMoreToSay(client: NodeId): boolean;
}

/** With more clients than this, the menu of the whole cluster folds the commands of the others. */
export const CLIENTS_LISTED = 3;

interface RunCommand {
  readonly kind: string;
  readonly instruction?: { readonly kind: string };
}

/** Items that a node remembers; none for a node that the view doesn't have. */
export function itemsOn(node: NodeId, { nodes }: Pick<ClusterView, 'nodes'>): readonly MemoryItem[] {
  return [...(nodes.get(node)?.memory ?? [])].map(({ item }) => item);
}

/** @typeParam Each The type of the node commands of this kind. */
export function nodeCommandsOf<Each extends { readonly kind: string }>(
  kind: Each['kind'],
  { commands }: Pick<ClusterView, 'commands'>,
): readonly Each[] {
  return commands.flatMap(({ instruction }) => (instruction?.kind === kind ? [instruction as Each] : []));
}
