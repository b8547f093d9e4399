/** A server is restarted with another version of the code: one step of a rolling deploy. */
import type { NodeId } from '../kernel/actor.ts';
import { isServer, roleOf } from '../node-names.ts';
import { wholeNumber } from '../validation/check.ts';
import { type ClusterView, itemsOn } from './cluster-view.ts';
import type { CommandDescriptor } from './command-descriptor.ts';
import type { Install } from './install.ts';

export interface Deploy {
  readonly kind: 'deploy';
  readonly node: NodeId;
  readonly version: number;
}

export const deploy: CommandDescriptor<Deploy> = {
  kind: 'deploy',
  icon: 'restart',
  effect: 'neutral',
  isDestructive: false,
  lifelineOf: ({ node }) => node,
  parameters: ({ node }) => ({ node, version: wholeNumber(1, 1_000) }),
  availableAt: {
    node({ id, isUp, isFrozen, membership }, view) {
      if (!isServer(id) || !isUp || isFrozen || membership !== 'member') return [];
      if (view.scenario.kind !== 'cluster') return [];
      return [{ kind: 'deploy', node: id, version: versionOn(id, view) + 1 }];
    },
  },
  judge({ node }, cluster) {
    const server = cluster.replaceable(node);
    if (!server?.isMember) return 'no-such-node';
    return server.isUp ? 'done' : 'already-down';
  },
  apply({ node, version }, cluster) {
    cluster.instruct(node, { kind: 'install', version } satisfies Install);
    cluster.crash(node);
    // A draining server leaves when it stops.
    if (cluster.replaceable(node)?.isMember) cluster.restart(node);
  },
};

function versionOn(node: NodeId, view: ClusterView): number {
  const installed = itemsOn(node, view).find((item) => item.kind === 'code-version');
  if (installed?.kind === 'code-version') return installed.version;
  const { scenario } = view;
  return scenario.kind === 'cluster' ? (scenario.versions[roleOf(node).ordinal - 1] ?? 1) : 1;
}
