/**
 * One measurement of the kernel's speed, in a process of its own: `kernel-case.js <case>` prints events a second.
 * The heap is fresh, and no other case has spoilt what the compiler assumes of the queue's entries.
 */
import FlatQueue from 'flatqueue';
import type { Actor } from '../../src/simulation/kernel/actor.ts';
import { EventQueue } from '../../src/simulation/kernel/event-queue.ts';
import { run } from '../../src/simulation/kernel/kernel.ts';
import { type Latency, Network } from '../../src/simulation/kernel/network.ts';
import { randomStream } from '../../src/simulation/kernel/random.ts';
import { CountingSink } from '../../src/simulation/kernel/sinks.ts';

/** Each pair has one message under way, so this is also the length of the queue: that of a 100-server cluster. */
const PAIRS = 100;
const EVENTS = 3_000_000;
const WARM_UP_EVENTS = 300_000;
const SEED = 1;

const constant: Latency = { minUs: 500, maxUs: 500 };
const drawn: Latency = { minUs: 400, maxUs: 700 };

/** Sends again as soon as it is answered. */
function ping(pong: string): Actor<null, null, null> {
  const effects = [{ kind: 'send', to: pong, exchange: '', body: null }] as const;
  return { initial: null, react: () => ({ state: null, effects }) };
}

const pong: Actor<null, null, null> = {
  initial: null,
  react: (_state, input) => ({
    state: null,
    effects: input.kind === 'message' ? [{ kind: 'reply', to: input.message, body: null }] : [],
  }),
};

function runKernel(latency: Latency, events: number): void {
  const nodes = Array.from({ length: PAIRS }, (_, index) => [
    { id: `pong-${index}`, actor: pong },
    { id: `ping-${index}`, actor: ping(`pong-${index}`) },
  ]).flat();
  const sink = new CountingSink();
  run({ nodes, network: new Network(SEED, () => latency), seed: SEED, sink, happeningsMax: events });
  // The pairs never end by themselves; had anything gone wrong, the count would tell.
  if (sink.count('message-delivered') !== events) throw new Error('The pairs did not play to the end.');
}

interface Queue {
  push(entry: object, atUs: number): void;
  pop(): object | undefined;
}

/** Nothing but the queue: each entry that leaves it is pushed again after its latency. */
function runQueue(makeQueue: () => Queue, latency: Latency, events: number): void {
  const queue = makeQueue();
  const delaysUs = drawDelays(latency);
  for (let index = 0; index < PAIRS; index += 1) queue.push({ atUs: 0 }, 0);
  for (let event = 0; event < events; event += 1) {
    const entry = queue.pop() as { atUs: number };
    entry.atUs += delaysUs[event % delaysUs.length] ?? 0;
    queue.push(entry, entry.atUs);
  }
}

/** Drawn beforehand: the random numbers are not the queue's work. */
function drawDelays({ minUs, maxUs }: Latency): Float64Array {
  const random = randomStream(SEED, 'delays');
  return Float64Array.from({ length: 65_536 }, () => random.integer(minUs, maxUs));
}

const bare = () => new FlatQueue<object>();
const ordered = () => new EventQueue<object>();

const cases: Record<string, (events: number) => void> = {
  'kernel, constant latency': (events) => runKernel(constant, events),
  'kernel, drawn latency': (events) => runKernel(drawn, events),
  'event queue, constant latency': (events) => runQueue(ordered, constant, events),
  'event queue, drawn latency': (events) => runQueue(ordered, drawn, events),
  'flatqueue, constant latency': (events) => runQueue(bare, constant, events),
  'flatqueue, drawn latency': (events) => runQueue(bare, drawn, events),
};

const measured = cases[process.argv[2] ?? ''];
if (measured === undefined) throw new Error(`There is no case "${process.argv[2]}".`);
measured(WARM_UP_EVENTS);
// Processor time, of the collector's and the compiler's threads as well: "on one core" then holds however many
// there are, and what other programs take does not count.
const before = process.cpuUsage();
measured(EVENTS);
const { user, system } = process.cpuUsage(before);
console.log(EVENTS / ((user + system) / 1e6));
