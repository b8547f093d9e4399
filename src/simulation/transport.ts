/** Builds the nodes of a scenario about connections. */
import { scriptedClient } from './actors/transport/scripted-client.ts';
import { tcpConduct } from './actors/transport/tcp-client.ts';
import { tcpServer } from './actors/transport/tcp-server.ts';
import { udpConduct } from './actors/transport/udp-client.ts';
import { udpServer } from './actors/transport/udp-server.ts';
import { type ClusterDomain, clientId } from './cluster.ts';
import type { NodeSpec } from './kernel/node.ts';
import { SERVICE_PORT } from './protocols/ports.ts';
import { serverIds } from './service.ts';
import type { TransportScenario } from './transport-scenario.ts';

export function transportNodes(scenario: TransportScenario): readonly NodeSpec<ClusterDomain>[] {
  const { servers, clients } = scenario;
  const server = serverOf(scenario);
  const machines = serverIds(servers).map((id, index) => {
    return { id, actor: server, standsBy: index >= servers };
  });
  const people = Array.from({ length: clients }, (_, index) => {
    return { id: clientId(index + 1), actor: clientOf(scenario, index === 0) };
  });
  return [...machines, ...people];
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
