/** Builds the nodes of a scenario in which connections are the subject. */
import { scriptedClient } from './actors/transport/scripted-client.ts';
import { tcpConduct } from './actors/transport/tcp-client.ts';
import { tcpServer } from './actors/transport/tcp-server.ts';
import { udpConduct } from './actors/transport/udp-client.ts';
import { udpServer } from './actors/transport/udp-server.ts';
import { type ClusterDomain, clientId, SERVICE, serverId } from './cluster.ts';
import type { NodeId } from './kernel/actor.ts';
import type { NodeSpec } from './kernel/node.ts';
import { SERVICE_PORT } from './protocol/ports.ts';
import { SERVERS_MAX } from './scenario.ts';
import type { TransportScenario } from './transport-scenario.ts';

export function transportNodes(scenario: TransportScenario): readonly NodeSpec<ClusterDomain>[] {
  const { servers, clients } = scenario;
  const server = serverOf(scenario);
  const machines = serverIds(Math.max(servers, SERVERS_MAX)).map((id, index) => {
    return { id, actor: server, standsBy: index >= servers };
  });
  const people = Array.from({ length: clients }, (_, index) => {
    return { id: clientId(index + 1), actor: clientOf(scenario, index === 0) };
  });
  return [...machines, ...people];
}

/** All servers share the service's address. */
export function serviceAddress(servers: number): ReadonlyMap<NodeId, readonly NodeId[]> {
  return new Map([[SERVICE, serverIds(Math.max(servers, SERVERS_MAX))]]);
}

function serverIds(count: number): readonly NodeId[] {
  return Array.from({ length: count }, (_, index) => serverId(index + 1));
}

function serverOf({ transport, tcp, udp, serviceUs }: TransportScenario): NodeSpec<ClusterDomain>['actor'] {
  if (transport === 'udp') return udpServer({ semantics: udp.semantics, serviceUs });
  const { firstIss, ...settings } = tcp;
  return tcpServer({
    serviceUs,
    tcp: { settings, listensOn: SERVICE_PORT, firstIss: firstIss?.server ?? null },
  });
}

function clientOf(
  { transport, tcp, udp, ...options }: TransportScenario,
  isFirst: boolean,
): NodeSpec<ClusterDomain>['actor'] {
  if (transport === 'udp') return scriptedClient(options, udpConduct(udp));
  const { firstIss, ...settings } = tcp;
  const iss = isFirst ? (firstIss?.client ?? null) : null;
  return scriptedClient(options, tcpConduct({ settings, listensOn: null, firstIss: iss }));
}
