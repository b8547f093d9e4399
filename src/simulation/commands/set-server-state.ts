/**
 * To the load balancer: a server gets no newcomers, no requests at all, or both again. As HAProxy's `set server state`:
 * under `drain`, clients that are bound to the server stay; under `maint`, they are bound anew.
 */

import type { NodeId } from '../kernel/actor.ts';
import { isServer, LOAD_BALANCER } from '../node-names.ts';
import { strategies } from '../strategies/strategies.ts';
import { oneOf } from '../validation/check.ts';
import { type ClusterView, itemsOn } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface SetServerState {
  readonly kind: 'set-server-state';
  readonly server: NodeId;
  readonly state: 'drain' | 'maint' | 'ready';
}

export const setServerState: NodeCommandDescriptor<SetServerState> = {
  kind: 'set-server-state',
  parameters: ({ node }) => ({ server: node, state: oneOf(['drain', 'maint', 'ready']) }),
  availableAt: {
    cluster(view) {
      if (!bindsClients(view) || view.nodes.get(LOAD_BALANCER)?.isUp !== true) return [];
      const closed = new Map(
        itemsOn(LOAD_BALANCER, view).flatMap((item) =>
          item.kind === 'server-closed' ? [[item.server, item.to] as const] : [],
        ),
      );
      return [...view.nodes].flatMap(([server, { membership }]) =>
        isServer(server) && membership === 'member'
          ? statesAfter(closed.get(server)).map((state) => ({
              nodes: [LOAD_BALANCER],
              command: { kind: 'set-server-state', server, state } as const,
            }))
          : [],
      );
    },
  },
};

function statesAfter(closed: 'newcomers' | 'everybody' | undefined): readonly SetServerState['state'][] {
  if (closed === undefined) return ['drain', 'maint'];
  return closed === 'newcomers' ? ['maint', 'ready'] : ['drain', 'ready'];
}

/** Where no client is bound, both states are the same. */
function bindsClients({ scenario }: ClusterView): boolean {
  if (scenario.kind !== 'cluster') return false;
  return scenario.balancing === 'cookie' || strategies[scenario.strategy].affinity === 'cookie';
}
