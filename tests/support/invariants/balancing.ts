/** The load balancer: where it may send whom, and how soon it notices. */
import { isServer, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { Checker, Report } from './checker.ts';

/** A load balancer that was told that a server is draining sends it no new request, nor to one that has left. */
export function noRequestsToTheDraining(report: Report): Checker {
  const closed = new Set<NodeId>();
  let isUp = false;
  return {
    see(event) {
      if (event.kind === 'node-started' && event.node === LOAD_BALANCER) isUp = true;
      if (event.kind === 'node-crashed' && event.node === LOAD_BALANCER) {
        // It was told, and a crash makes it forget.
        isUp = false;
        closed.clear();
      }
      if ((event.kind === 'node-draining' || event.kind === 'node-left') && isUp) closed.add(event.node);
      if (event.kind === 'node-joined') closed.delete(event.node);
      if (event.kind !== 'message-sent' || event.message.from !== LOAD_BALANCER) return;
      const { to, request, role } = event.message;
      if (role === 'request' && request !== null && isServer(to) && closed.has(to)) {
        report(`${request} is sent to ${to}, which is draining or has left`);
      }
    },
  };
}
