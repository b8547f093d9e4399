/** Describes one operator command. Each file of a command exports one descriptor. */
import type { NodeId } from '../kernel/actor.ts';
import type { ClusterOperations, CommandResult, LinkEnds } from '../kernel/command.ts';
import type { Check, ChecksOf, Problem } from '../validation/check.ts';
import type { ClusterView, NodeView } from './cluster-view.ts';

interface Payload {
  readonly kind: string;
}

/** Facts for checking parameters: which nodes a scenario has, or could have under another strategy. */
export interface ScenarioNames {
  readonly node: Check;
  /** Number of clients. */
  readonly clients: number;
}

/** A node of the view. */
export type NodeAt = NodeView & { readonly id: NodeId };

/** A link of the view, the end that is further from the clients last. */
export interface LinkAt {
  readonly between: LinkEnds;
  readonly isCut: boolean;
}

/**
 * The payloads that make sense at a step. The cluster executes each of them if it's given there. The page asks for the
 * cluster, for each node, and for each link of a node; a command answers where it applies.
 */
interface Availability<Each extends Payload> {
  readonly cluster?: (view: ClusterView) => readonly Each[];
  readonly node?: (node: NodeAt, view: ClusterView) => readonly Each[];
  readonly link?: (link: LinkAt) => readonly Each[];
  /** All links of one node together. */
  readonly links?: (node: NodeAt, links: readonly LinkAt[]) => readonly Each[];
}

export interface CommandDescriptor<Each extends Payload> {
  readonly kind: Each['kind'];
  /** ID of the pictogram on its row. */
  readonly icon:
    | 'crash'
    | 'freeze'
    | 'thaw'
    | 'restart'
    | 'add'
    | 'drain'
    | 'cut'
    | 'heal'
    | 'drop'
    | 'instruct';
  /** Whether it does harm, repairs, or neither: the colour of its row, and its mark on the timeline. */
  readonly effect: 'harm' | 'repair' | 'neutral';
  /** Whether the menu marks it as destructive. */
  readonly isDestructive: boolean;
  /** The node whose lifeline it is drawn on; null for the cluster as a whole. */
  lifelineOf(payload: Each): NodeId | null;
  /** A check of each parameter. */
  parameters(names: ScenarioNames): ChecksOf<Omit<Each, 'kind'>>;
  readonly availableAt: Availability<Each>;
  judge(payload: Each, cluster: ClusterOperations<unknown>): CommandResult;
  apply(payload: Each, cluster: ClusterOperations<unknown>): void;
}

/** A command to nodes, carried out by their actors: the kernel delivers it as an input. */
export interface NodeCommandDescriptor<Each extends Payload> {
  readonly kind: Each['kind'];
  parameters(names: ScenarioNames): ChecksOf<Omit<Each, 'kind'>>;
  readonly availableAt: {
    /** For several nodes at once. */
    readonly cluster?: (
      view: ClusterView,
    ) => readonly { readonly nodes: readonly NodeId[]; readonly command: Each }[];
    readonly node?: (node: NodeAt, view: ClusterView) => readonly Each[];
  };
  /** Problems of all commands of this kind in one run taken together. */
  checkAll?(commands: readonly Each[]): readonly Problem[];
}
