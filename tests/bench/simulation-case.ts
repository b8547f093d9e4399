/**
 * One measurement of the simulation, in its own process: prints JSON. Processor time counts, including garbage
 * collector and compiler, but not other programs.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { recordingOf } from '../../src/player/record.ts';
import { prepareCommand } from '../../src/player/spare-run.ts';
import { type ClusterDomain, type ClusterEvent, serverId } from '../../src/simulation/cluster.ts';
import { RecordingSink } from '../../src/simulation/kernel/sinks.ts';
import { record, simulate } from '../../src/simulation/simulate.ts';
import { StatisticsSink } from '../../src/simulation/statistics/statistics-sink.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { customers, largeCrowd, longLesson } from './crowd.ts';
import { quantile } from './quantile.ts';

export type CrowdResult = ReturnType<typeof crowd>;
export type HeapResult = ReturnType<typeof heap>;
export type StrategyResult = ReturnType<typeof strategy>;
export type ReplayResult = ReturnType<typeof replay>;
export type CommandsResult = ReturnType<typeof commands>;

const WARM_UP_REQUESTS = 20_000;

/** Many clients with statistics. */
function crowd(count: number, requests: number) {
  simulate(largeCrowd(count, WARM_UP_REQUESTS), [], new StatisticsSink());
  const sink = new StatisticsSink();
  const seconds = secondsOf(() => simulate(largeCrowd(count, requests), [], sink));
  const { requestsSent, outcomes, events, latencyUs, queueingUs, bytes } = sink.statistics();
  if (outcomes.answered !== requestsSent) throw new Error('Some requests were not answered.');
  return {
    seconds,
    requests: requestsSent,
    events,
    latencyMeanUs: latencyUs.mean,
    latencyP99Us: latencyUs.quantile(0.99),
    queueingMeanUs: queueingUs.mean,
    bytes: bytes.internet + bytes.cluster,
  };
}

/** How often the objects in use are measured. */
const EVENTS_PER_MEASUREMENT = 1_000_000;

/** Counts events, and measures the objects in use now and then. What the collector hasn't freed yet isn't in use. */
class HeapSink extends StatisticsSink {
  readonly #collect: () => void;
  #events = 0;
  peakBytes = 0;

  constructor(collect: () => void) {
    super();
    this.#collect = collect;
  }

  override report(event: ClusterEvent): void {
    super.report(event);
    this.#events += 1;
    if (this.#events % EVENTS_PER_MEASUREMENT === 0) this.measure();
  }

  measure(): void {
    this.#collect();
    this.peakBytes = Math.max(this.peakBytes, process.memoryUsage().heapUsed);
  }
}

/** The peak of the objects in use while clients send this many requests. */
function heap(count: number, requests: number) {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('This Node has no way to collect garbage.');
  const sink = new HeapSink(() => collect());
  simulate(largeCrowd(count, requests), [], sink);
  return { peakMegabytes: sink.peakBytes / 1e6 };
}

function strategy(strategy: StrategyId, sinkName: string, requests: number) {
  const sinkFor = () =>
    sinkName === 'recording' ? new RecordingSink<ClusterDomain>() : new StatisticsSink();
  simulate(customers(strategy, requests), [], sinkFor());
  const sink = sinkFor();
  const seconds = secondsOf(() => simulate(customers(strategy, requests), [], sink));
  const events = sink instanceof RecordingSink ? sink.events.length : sink.statistics().events;
  return { seconds, events };
}

/** Re-simulates a run of a thousand messages with a crash at its last step. A person waits for this. */
function replay(requests: number) {
  const scenario = longLesson(requests);
  const before = record(scenario, []);
  const request = before.findLast((event) => event.kind === 'request-settled')?.request;
  if (request === undefined) throw new Error('No request was sent.');
  const moment = { request, at: 'answered', offsetUs: 0 } as const;
  const times: number[] = [];
  let events: readonly ClusterEvent[] = [];
  for (let round = 0; round < 40; round += 1) {
    const start = performance.now();
    events = record(scenario, [{ kind: 'crash', node: serverId(1), moment }]);
    times.push(performance.now() - start);
  }
  if (!events.some(({ kind }) => kind === 'node-crashed'))
    throw new Error('The command did not take effect.');
  const shown = events.filter((event) => event.kind === 'message-sent' && !event.background).length;
  const warm = times.slice(10);
  return {
    medianMs: quantile(warm, 0.5),
    p95Ms: quantile(warm, 0.95),
    firstMs: times[0],
    shown,
    events: events.length,
  };
}

/**
 * A command in the middle of a run of a thousand messages, and at its last step, with and without preparation, as shares
 * of opening that run. They take turns, so that a slow minute of the machine hits all of them.
 */
function commands(requests: number) {
  const scenario = longLesson(requests);
  const open = () => recordingOf({ scenario, commands: [] }, phrasebook);
  const before = open();
  const { run } = before;
  if (run === null) throw new Error('There is no run.');
  const give = (step: number) => {
    const moment = run.steps[step]?.moment ?? { atUs: 0 };
    const crash = { kind: 'crash', node: serverId(1), moment } as const;
    return recordingOf({ scenario, commands: [crash] }, phrasebook, before);
  };
  const prepared = (step: number) => {
    while (!prepareCommand(run, step));
    return millisecondsOf(() => give(step));
  };
  const [middle, last] = [Math.floor(run.steps.length / 2), run.steps.length - 1];
  const rounds = Array.from({ length: 40 }, () => ({
    open: millisecondsOf(open),
    unprepared: millisecondsOf(() => give(middle)),
    middle: prepared(middle),
    last: prepared(last),
  })).slice(10);
  const openMs = quantile(
    rounds.map((round) => round.open),
    0.5,
  );
  const shareOf = (name: 'unprepared' | 'middle' | 'last') =>
    quantile(
      rounds.map((round) => round[name]),
      0.5,
    ) / openMs;
  return { openMs, unprepared: shareOf('unprepared'), middle: shareOf('middle'), last: shareOf('last') };
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const [what = '', ...rest] = process.argv.slice(2);
console.log(JSON.stringify(measured()));

function measured() {
  switch (what) {
    case 'crowd':
      return crowd(Number(rest[0]), Number(rest[1]));
    case 'heap':
      return heap(Number(rest[0]), Number(rest[1]));
    case 'strategy': {
      const found = strategyIds.find((id) => id === rest[0]);
      if (found === undefined) throw new Error(`Unknown strategy ${rest[0]}.`);
      return strategy(found, rest[1] ?? '', Number(rest[2]));
    }
    case 'commands':
      return commands(Number(rest[0]));
    case 'replay':
      return replay(Number(rest[0]));
    default:
      throw new Error(`Unknown case "${what}".`);
  }
}
