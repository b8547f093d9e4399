/** Runs a scenario: builds its cluster and hands it to the kernel. */
import { client } from './actors/client.ts';
import { database } from './actors/database.ts';
import { loadBalancer } from './actors/load-balancer.ts';
import { server } from './actors/server.ts';
import { CLIENT, type ClusterEvent, type ClusterSink, DATABASE, LOAD_BALANCER, serverId } from './cluster.ts';
import type { NodeId } from './kernel/actor.ts';
import type { Command } from './kernel/command.ts';
import { run } from './kernel/kernel.ts';
import { Network } from './kernel/network.ts';
import { RecordingSink } from './kernel/sinks.ts';
import type { MemoryItem } from './memory.ts';
import { placements } from './placement/placements.ts';
import type { WireBody } from './protocol/wire.ts';
import type { Scenario } from './scenario.ts';

/** A pure function of scenario and commands: the sink is told the same events on every machine. */
export function simulate<Sink extends ClusterSink>(
  scenario: Scenario,
  commands: readonly Command[],
  sink: Sink,
): Sink {
  const { timing, seed } = scenario;
  const placement = placements[scenario.strategy];
  const servers = serversOf(scenario);
  const balancer = loadBalancer({ servers, policy: scenario.balancing, ...timing });
  run({
    nodes: [
      { id: DATABASE, actor: database(), isDurable: true },
      ...servers.map((id) => ({ id, actor: server({ placement, ...timing }) })),
      { id: LOAD_BALANCER, actor: balancer },
      { id: CLIENT, actor: client({ script: scenario.script, placement, thinkUs: timing.thinkUs }) },
    ],
    network: new Network(seed, (from, to) =>
      from === CLIENT || to === CLIENT ? timing.internet : timing.cluster,
    ),
    seed,
    commands,
    // The customer is not a machine.
    operable: [DATABASE, ...servers, LOAD_BALANCER],
    sink,
  });
  return sink;
}

/** A run's whole trace. */
export function record(scenario: Scenario, commands: readonly Command[]): readonly ClusterEvent[] {
  return simulate(scenario, commands, new RecordingSink<WireBody, MemoryItem>()).events;
}

/** The servers' names in their order. */
export function serversOf(scenario: Scenario): readonly NodeId[] {
  return Array.from({ length: scenario.servers }, (_, index) => serverId(index + 1));
}
