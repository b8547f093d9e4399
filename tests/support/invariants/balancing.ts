/** The load balancer: permitted targets, and time to detect a crash. */
import { isServer, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { Checker, Report } from './checker.ts';

/** After a load balancer learns that a server is draining or has left, it sends it no new request. */
export function noRequestsToTheDraining(report: Report): Checker {
  const closed = new Set<NodeId>();
  let isUp = false;
  return {
    see(event) {
      if (event.kind === 'node-started' && event.node === LOAD_BALANCER) isUp = true;
      if (event.kind === 'node-crashed' && event.node === LOAD_BALANCER) {
        // A crash clears what it knew.
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
