/** A cluster in which something is broken on purpose, run through the kernel and watched by the invariants. */

import {
  type ClusterActor,
  type ClusterContext,
  type ClusterDomain,
  type ClusterEffect,
  type ClusterInput,
  type Command,
  isClient,
} from '../../../src/simulation/cluster.ts';
import { commandBehaviour } from '../../../src/simulation/commands/commands.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { run } from '../../../src/simulation/kernel/kernel.ts';
import { type LinkQuality, Network } from '../../../src/simulation/kernel/network.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import { linksOf, nodesOf } from '../../../src/simulation/simulate.ts';
import { Watch } from '../invariants/checker.ts';
import { invariants } from '../invariants/invariants.ts';

type Reaction = (input: ClusterInput, context: ClusterContext) => readonly ClusterEffect[];

export interface Breakage {
  /** In words, after "a run in which". */
  readonly what: string;
  readonly scenario: ClusterScenario;
  readonly commands?: readonly Command[];
  /** What one kind of node does instead of what it should; `react` is what it should. */
  readonly node?: {
    readonly is: (node: NodeId) => boolean;
    readonly react: (
      react: Reaction,
      input: ClusterInput,
      context: ClusterContext,
    ) => readonly ClusterEffect[];
  };
  /** What nodes of one kind are set up as instead. */
  readonly setup?: { readonly is: (node: NodeId) => boolean; readonly isDurable: boolean };
  readonly network?: new (seed: number, qualityOf: (from: NodeId, to: NodeId) => LinkQuality) => Network;
  /** A module of the kernel, and what it exports instead. */
  readonly kernel?: KernelBreakage;
}

export type KernelBreakage =
  | { readonly module: 'post'; readonly replace: (original: PostModule) => Partial<PostModule> }
  | { readonly module: 'node'; readonly replace: (original: NodeModule) => Partial<NodeModule> };

type PostModule = typeof import('../../../src/simulation/kernel/message-bus.ts');
type NodeModule = typeof import('../../../src/simulation/kernel/node.ts');

/** So many scheduledEvents are plenty for any of these runs, and few where one never ends. */
const EVENTS_MAX = 20_000;

/** What the invariants object to when this is broken. */
export function problemsOf(
  { scenario, commands = [], node, setup, network }: Breakage,
  runKernel: typeof run,
): string[] {
  const watch = new Watch(invariants, scenario);
  const NetworkKind = network ?? Network;
  const nodes = nodesOf(scenario).map((spec) => {
    const { isDurable } = setup?.is(spec.id) === true ? setup : { isDurable: spec.isDurable ?? false };
    const actor = node?.is(spec.id) === true ? brokenActor(spec.actor, node.react) : spec.actor;
    return { ...spec, actor, isDurable };
  });
  runKernel<ClusterDomain>({
    nodes,
    network: new NetworkKind(scenario.seed, linksOf(scenario)),
    seed: scenario.seed,
    commands,
    commandBehaviour,
    machines: nodes.flatMap(({ id }) => (isClient(id) ? [] : [id])),
    limits: { eventsMax: EVENTS_MAX },
    sink: watch,
  });
  return watch.problems;
}

function brokenActor<State>(
  actor: ClusterActor<State>,
  react: NonNullable<Breakage['node']>['react'],
): ClusterActor<State> {
  return {
    start: () => actor.start(),
    react: (state, input, context) => react((its, within) => actor.react(state, its, within), input, context),
  };
}
