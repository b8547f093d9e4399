/**
 * One measurement of the kernel's speed, in its own process: prints events per second. The heap is fresh, and no
 * other case has
 * changed the compiler's type feedback for queue entries.
 */
import FlatQueue from 'flatqueue';
import type { Actor, Domain } from '../../src/simulation/kernel/actor.ts';
import { EventQueue } from '../../src/simulation/kernel/event-queue.ts';
import { run } from '../../src/simulation/kernel/kernel.ts';
import { type Latency, Network } from '../../src/simulation/kernel/network.ts';
import { randomStream } from '../../src/simulation/kernel/random.ts';
import { CountingSink } from '../../src/simulation/kernel/sinks.ts';

/** Each pair has one message in flight, so this is also the queue's length: that of a cluster of 100 servers. */
const PAIRS = 100;
/** An event is one entry that leaves the queue: here, a message delivery. */
const EVENTS = 3_000_000;
const WARM_UP_EVENTS = 300_000;
const SEED = 1;

const latencies: Readonly<Record<string, Latency>> = {
  constant: { minUs: 500, maxUs: 500 },
  drawn: { minUs: 400, maxUs: 700 },
};

/** Sends the next request as soon as the reply arrives. */
function ping(pong: string): Actor<null, Domain> {
  const effects = [{ kind: 'send', to: pong, exchange: 0, body: null }] as const;
  return { start: () => null, react: () => effects };
}

const pong: Actor<null, Domain> = {
  start: () => null,
  react: (_, input) => (input.kind === 'message' ? [{ kind: 'reply', to: input.message, body: null }] : []),
};

function runKernel(latency: Latency, events: number): void {
  const nodes = Array.from({ length: PAIRS }, (_, index) => [
    { id: `pong-${index}`, actor: pong },
    { id: `ping-${index}`, actor: ping(`pong-${index}`) },
  ]).flat();
  const sink = new CountingSink();
  const quality = { latency, lossPerMillion: 0, duplicationPerMillion: 0 };
  const network = new Network(SEED, () => quality);
  run({ nodes, network, seed: SEED, sink, limits: { eventsMax: events } });
  if (sink.count('message-delivered') !== events) throw new Error('Some events did not deliver a message.');
}

interface Queue {
  push(entry: object, atUs: number): void;
  pop(): object | undefined;
}

/** The queue alone: each popped entry is pushed again with its latency. */
function runQueue(queue: Queue, latency: Latency, events: number): void {
  const delaysUs = delaysOf(latency);
  for (let index = 0; index < PAIRS; index += 1) queue.push({ atUs: 0 }, 0);
  for (let event = 0; event < events; event += 1) {
    const entry = queue.pop() as { atUs: number };
    entry.atUs += delaysUs[event % delaysUs.length] ?? 0;
    queue.push(entry, entry.atUs);
  }
}

/** Drawn beforehand, so that random numbers don't count. */
function delaysOf({ minUs, maxUs }: Latency): Float64Array {
  const random = randomStream(SEED, 'delays');
  return Float64Array.from({ length: 2 ** 16 }, () => random.integer(minUs, maxUs));
}

const subjects: Readonly<Record<string, (latency: Latency, events: number) => void>> = {
  kernel: runKernel,
  'event-queue': (latency, events) => runQueue(new EventQueue(), latency, events),
  flatqueue: (latency, events) => runQueue(new FlatQueue<object>(), latency, events),
};

const [subject = '', latencyName = ''] = process.argv.slice(2);
const measured = subjects[subject];
const latency = latencies[latencyName];
if (measured === undefined || latency === undefined) throw new Error('kernel-case.js <subject> <latency>');
measured(latency, WARM_UP_EVENTS);
// Processor time, including garbage collector and compiler: "on one core" holds for any number of cores, and other
// programs don't count.
const before = process.cpuUsage();
measured(latency, EVENTS);
const { user, system } = process.cpuUsage(before);
console.log(EVENTS / ((user + system) / 1e6));
