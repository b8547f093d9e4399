/**
 * The commands that an operator can give at a step. Asks each command's descriptor for the cluster, for each node, and
 * for each of its links.
 */
import type { ClusterView } from '../simulation/commands/cluster-view.ts';
import type { LinkAt, NodeAt } from '../simulation/commands/command-descriptor.ts';
import { type CommandPayload, commands } from '../simulation/commands/commands.ts';
import { linksOf } from '../simulation/commands/links.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { COMMANDS_MAX } from '../simulation/scenario.ts';
import { traitsOf } from '../simulation/variants.ts';
import type { Run } from './run.ts';
import type { StepState } from './snapshots.ts';

export interface AvailableCommand {
  readonly payload: CommandPayload;
  /** The node that it concerns; null for the cluster. */
  readonly node: NodeId | null;
}

/** All available commands: first those of the cluster, then those of each node. */
export function availableCommands(run: Run, step: number): readonly AvailableCommand[] {
  const view = viewOf(run, step);
  if (view === null) return [];
  const nodes = [...view.nodes].map(([id]) => id);
  const ofCluster = commands.flatMap(({ availableAt }) => availableAt.cluster?.(view) ?? []);
  return [
    ...ofCluster.map((payload) => ({ payload, node: null })),
    ...nodes.flatMap((id) => commandsOf(id, view)),
  ];
}

/** The available commands of one node and its links. */
export function availableCommandsOf(run: Run, step: number, id: NodeId): readonly AvailableCommand[] {
  const view = viewOf(run, step);
  return view === null ? [] : commandsOf(id, view);
}

function commandsOf(id: NodeId, view: ClusterView): readonly AvailableCommand[] {
  const node = view.nodes.get(id);
  if (node === undefined || node.membership === 'absent') return [];
  const at: NodeAt = { ...node, id };
  const links = linksOf(id, view);
  const payloads = [
    ...commands.flatMap(({ availableAt }) => availableAt.node?.(at, view) ?? []),
    ...links.flatMap(commandsOfLink),
    ...commands.flatMap(({ availableAt }) => availableAt.links?.(at, links) ?? []),
  ];
  return payloads.map((payload) => ({ payload, node: id }));
}

function commandsOfLink(link: LinkAt): readonly CommandPayload[] {
  return commands.flatMap(({ availableAt }) => availableAt.link?.(link) ?? []);
}

/** Null where no command can be given. */
function viewOf(run: Run, step: number): ClusterView | null {
  const state = run.states[step];
  return state === undefined || isFull(run, step) ? null : clusterViewOf(run, step, state);
}

function isFull({ steps }: Run, step: number): boolean {
  return steps.slice(0, step + 1).filter(({ kind }) => kind === 'command').length >= COMMANDS_MAX;
}

function clusterViewOf(run: Run, step: number, { snapshot, cuts }: StepState): ClusterView {
  const { scenario, commands: given, steps } = run;
  return {
    scenario,
    traits: traitsOf(scenario),
    nodes: snapshot,
    cuts,
    commands: given,
    nextMessage: () => nextMessageEnds(run, step),
    hasMoreToSay: (client) =>
      steps.slice(step + 1).some(({ moment }) => moment.request.startsWith(`${client}/`)),
  };
}

/** Null if a hidden message arrives over the same link first. */
function nextMessageEnds(run: Run, step: number): { readonly from: NodeId; readonly to: NodeId } | null {
  const happened = run.steps[step]?.lastEvent ?? -1;
  for (let index = step + 1; index < run.steps.length; index += 1) {
    const next = run.steps[index];
    if (next?.kind !== 'message' || next.fate.kind !== 'delivered') continue;
    const { from, to } = next.message;
    const first = run.events
      .slice(happened + 1, next.event + 1)
      .find(
        (event) =>
          event.kind === 'message-delivered' &&
          !event.background &&
          event.message.from === from &&
          event.message.to === to,
      );
    if (first?.id === next.event) return { from, to };
  }
  return null;
}
