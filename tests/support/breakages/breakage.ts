/** Runs a deliberately broken cluster through the kernel, and checks it against the invariants. */

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
  /** Completes the phrase "a run in which". */
  readonly description: string;
  readonly scenario: ClusterScenario;
  readonly commands?: readonly Command[];
  /** Replaces the reaction of one kind of node; `react` is the correct one. */
  readonly node?: {
    readonly is: (node: NodeId) => boolean;
    readonly react: (
      react: Reaction,
      input: ClusterInput,
      context: ClusterContext,
    ) => readonly ClusterEffect[];
  };
  /** Replaces the setup of one kind of node. */
  readonly setup?: { readonly is: (node: NodeId) => boolean; readonly isDurable: boolean };
  readonly network?: new (seed: number, qualityOf: (from: NodeId, to: NodeId) => LinkQuality) => Network;
  /** A module of the kernel, and its replacement exports. */
  readonly kernel?: KernelBreakage;
}

export type KernelBreakage =
  | { readonly module: 'post'; readonly replace: (original: PostModule) => Partial<PostModule> }
  | { readonly module: 'node'; readonly replace: (original: NodeModule) => Partial<NodeModule> };

type PostModule = typeof import('../../../src/simulation/kernel/message-bus.ts');
type NodeModule = typeof import('../../../src/simulation/kernel/node.ts');

/** Plenty for any of these runs, and low enough for one that never ends. */
const EVENTS_MAX = 20_000;

/** The invariants' findings for a breakage. */
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
