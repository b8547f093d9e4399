/** Runs a scenario: builds its cluster and passes it to the kernel. */
import { balancingOf } from './actors/balancing.ts';
import { client } from './actors/client.ts';
import { database } from './actors/database.ts';
import { closingIdle } from './actors/keep-alive.ts';
import { loadBalancer } from './actors/load-balancer.ts';
import { server } from './actors/server.ts';
import { arrivalTimesUs } from './arrivals.ts';
import { addressesIn } from './client-addresses.ts';
import {
  type ClusterDomain,
  type ClusterEvent,
  type ClusterSink,
  type Command,
  clientId,
  DATABASE,
  isClient,
  isServer,
  LOAD_BALANCER,
  roleOf,
  serverId,
} from './cluster.ts';
import { commandBehaviour } from './commands/commands.ts';
import type { NodeId } from './kernel/actor.ts';
import { run, runInPieces } from './kernel/kernel.ts';
import { type LinkQuality, Network } from './kernel/network.ts';
import type { NodeSpec } from './kernel/node.ts';
import type { RunLimits, RunOptions } from './kernel/run-options.ts';
import { RecordingSink } from './kernel/sinks.ts';
import { overTcp } from './over-tcp.ts';
import { type ClusterScenario, type Scenario, SERVERS_MAX } from './scenario.ts';
import { serviceAddress } from './service.ts';
import { storesOf } from './stores.ts';
import { strategyOf } from './strategies/create-strategy.ts';
import { descriptorOf } from './strategies/strategies.ts';
import { transportNodes } from './transport.ts';
import { assertSimulable } from './validation/scenario-error.ts';

/**
 * A pure function of scenario and commands: the sink is told the same events on every machine.
 *
 * @param limits Where a run is cut off, which says so in its last event; those of the kernel unless said otherwise.
 * @throws ScenarioError naming what in scenario or commands cannot be simulated, and what is allowed there.
 */
export function simulate<Sink extends ClusterSink>(
  scenario: Scenario,
  commands: readonly Command[],
  sink: Sink,
  limits: Partial<RunLimits> = {},
): Sink {
  run(runOptionsOf(scenario, commands, sink, limits));
  return sink;
}

/** About a millisecond of work. */
const INPUTS_PER_PIECE = 500;

/**
 * Like `simulate`, in pieces. Between two of them the kernel waits for its next input.
 *
 * @throws ScenarioError like `simulate`, before the first piece.
 */
export function* simulateInPieces<Sink extends ClusterSink>(
  scenario: Scenario,
  commands: readonly Command[],
  sink: Sink,
  limits: Partial<RunLimits> = {},
): Generator<void, Sink> {
  yield* runInPieces(runOptionsOf(scenario, commands, sink, limits), INPUTS_PER_PIECE);
  return sink;
}

/** @throws ScenarioError like `simulate`. */
export function runOptionsOf(
  scenario: Scenario,
  commands: readonly Command[],
  sink: ClusterSink,
  limits: Partial<RunLimits>,
): RunOptions<ClusterDomain> {
  assertSimulable(scenario, commands);
  const nodes = nodesOf(scenario);
  return {
    nodes,
    network: new Network(scenario.seed, linksOf(scenario)),
    retransmits: scenario.kind === 'cluster' && scenario.network.cutLinks === 'delay',
    seed: scenario.seed,
    commands,
    commandBehaviour,
    // Customers aren't machines. Only the number of servers can change.
    machines: nodes.flatMap(({ id }) => (isClient(id) ? [] : [id])),
    replaceable: nodes.flatMap(({ id }) => (isServer(id) ? [id] : [])),
    addresses: serviceAddress(scenario.servers),
    sink,
    limits,
  };
}

export function nodesOf(scenario: Scenario): readonly NodeSpec<ClusterDomain>[] {
  return scenario.kind === 'transport'
    ? transportNodes(scenario)
    : [...machinesOf(scenario), ...clientsOf(scenario)];
}

export function linksOf(scenario: Scenario): (from: NodeId, to: NodeId) => LinkQuality {
  if (scenario.kind === 'transport') return () => scenario.network;
  const { internet, cluster, lossPerMillion } = scenario.network;
  return (from, to) => {
    const latency = isClient(from) || isClient(to) ? internet : cluster;
    return { latency, lossPerMillion, duplicationPerMillion: 0 };
  };
}

/** Records a run's whole trace. */
export function record(scenario: Scenario, commands: readonly Command[]): readonly ClusterEvent[] {
  return simulate(scenario, commands, new RecordingSink<ClusterDomain>()).events;
}

function machinesOf(scenario: ClusterScenario): NodeSpec<ClusterDomain>[] {
  const { servers, capacity, timing, clockOffsetsUs } = scenario;
  const { affinity, usesStore } = descriptorOf(scenario);
  const plain = server({ strategy: strategyOf(scenario), capacity, timing, clockOffsetsUs });
  const { idleUs } = scenario.keepAlive;
  const behindBalancer = idleUs === null ? plain : closingIdle(plain, idleUs);
  const actor = scenario.connections === 'tcp' ? overTcp.server(plain) : behindBalancer;
  const all = Array.from({ length: Math.max(servers, SERVERS_MAX) }, (_, index) => ({
    id: serverId(index + 1),
    actor,
    standsBy: index >= servers,
    patienceUs: timing.backendTimeoutUs,
  }));
  const stores = usesStore(scenario) ? storesOf(scenario.store) : [];
  const machines = [{ id: DATABASE, actor: database(), isDurable: true }, ...stores, ...all];
  if (scenario.connections === 'tcp') return machines;
  const balancing = balancingOf(scenario.balancing, affinity);
  const balancer = loadBalancer({
    balancing,
    timing,
    conduct: scenario.balancer,
    keepAlive: scenario.keepAlive,
    addressOf: addressesIn(scenario),
  });
  const { connectTimeoutUs } = scenario.balancer;
  return [
    ...machines,
    { id: LOAD_BALANCER, actor: balancer, connectTimeoutUs, patienceUs: timing.serverTimeoutUs },
  ];
}

function clientsOf(scenario: ClusterScenario): NodeSpec<ClusterDomain>[] {
  const strategy = descriptorOf(scenario);
  const timeoutUs = scenario.timing.clientTimeoutUs;
  let before = 0;
  // Clients of a group share one actor; each node has a state of its own.
  const actors = scenario.clients.flatMap((group, index) => {
    const first = before + 1;
    before += group.count;
    const times = arrivalTimesUs(group.arrivals, group.count, { seed: scenario.seed, group: index });
    const arrivalUs = (self: NodeId) => times?.[roleOf(self).ordinal - first];
    const plain = client({ group, strategy, timeoutUs, arrivalUs });
    const actor = scenario.connections === 'tcp' ? overTcp.client(plain) : plain;
    return Array.from({ length: group.count }, () => actor);
  });
  return actors.map((actor, index) => ({ id: clientId(index + 1), actor, patienceUs: timeoutUs }));
}
