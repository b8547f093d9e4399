/** Throughput of a whole cluster's simulation, and which costs grow with its size. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { largeCluster } from './crowd.ts';
import type { Row } from './row.ts';
import { findSimPy, runSimPy } from './simpy.ts';
import type {
  CommandsResult,
  CrowdResult,
  HeapResult,
  ReplayResult,
  StrategyResult,
} from './simulation-case.ts';

/** The best round counts: other load can only make a run slower. */
const ROUNDS = 3;

const SIMPY_BUDGET = 1;
const MEMORY_BUDGET = 1.2;
const REPLAY_BUDGET_MS = 10;
/** Half of the run follows, and the rest is nearly nothing. */
const MIDDLE_BUDGET = 0.6;
const LAST_BUDGET = 0.2;

/** Fifty requests per client even for the largest crowd, so that requests dominate the setup of clients. */
const REQUESTS_OF_CROWDS = 500_000;

/** A request shows as three messages: to the load balancer, to the server, and the reply. */
const THOUSAND_MESSAGES = 334;

export async function measure(): Promise<Row[]> {
  return [...againstSimPy(), ...memory(), ...growth(), ...strategies(), ...replays(), ...commands()];
}

/** A hundred servers and a thousand clients, compared with the same cluster in SimPy. */
function againstSimPy(): Row[] {
  const simpy = findSimPy();
  const requests = 300_000;
  let ours: CrowdResult | undefined;
  let theirs:
    | { readonly requests: number; readonly seconds: number; readonly latencyMeanUs: number }
    | undefined;
  // Alternate, so that a slow minute of the machine affects both and their ratio stays.
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`100 servers, round ${round} of ${ROUNDS}`);
    ours = faster(ours, runCase<CrowdResult>('crowd', 1_000, requests));
    if (simpy !== null) theirs = faster(theirs, runSimPy(simpy, { ...largeCluster, requests: 100_000 }));
  }
  if (ours === undefined) return [];
  const rows: Row[] = [
    {
      what: '100 servers, 1,000 clients, all bytes counted',
      figure: `${thousands(ours.requests / ours.seconds)} requests/s`,
    },
    {
      what: '  of them',
      figure: `${(ours.bytes / ours.requests).toFixed(0)} bytes, ${(ours.events / ours.requests).toFixed(1)} events per request`,
    },
    {
      what: '  latency, in virtual time',
      figure: `${milliseconds(ours.latencyMeanUs)} on average, p99 ${milliseconds(ours.latencyP99Us)}`,
    },
  ];
  if (simpy === null || theirs === undefined) {
    return [...rows, { what: 'the same in SimPy', figure: 'skipped: no Python with SimPy 3 or later found' }];
  }
  const ratio = ours.requests / ours.seconds / (theirs.requests / theirs.seconds);
  return [
    ...rows,
    {
      what: `the same in SimPy ${simpy.version}, no bytes`,
      figure: `${thousands(theirs.requests / theirs.seconds)} requests/s`,
    },
    { what: '  latency there', figure: `${milliseconds(theirs.latencyMeanUs)} on average` },
    {
      what: '  ratio to SimPy',
      figure: `${ratio.toFixed(2)} ×`,
      budget: `> ${SIMPY_BUDGET} ×, aim 3 ×`,
      isWithin: ratio > SIMPY_BUDGET,
    },
  ];
}

/** The peak of the objects in use while clients send a hundred thousand requests, or ten times as many. */
function memory(): Row[] {
  console.log('Memory of 100,000 and of 1,000,000 requests');
  const few = runCase<HeapResult>('heap', 1_000, 100_000);
  const many = runCase<HeapResult>('heap', 1_000, 1_000_000);
  const ratio = many.peakMegabytes / few.peakMegabytes;
  return [
    {
      what: '1,000,000 requests, 100 servers, 1,000 clients: objects in use',
      figure: `${many.peakMegabytes.toFixed(1)} MB`,
    },
    {
      what: '  against those of 100,000 requests',
      figure: `${ratio.toFixed(2)} × of ${few.peakMegabytes.toFixed(1)} MB`,
      budget: `≤ ${MEMORY_BUDGET} ×`,
      isWithin: ratio <= MEMORY_BUDGET,
    },
  ];
}

/** Cost per request with a growing number of clients, at the same total rate if there are enough of them. */
function growth(): Row[] {
  const counts = [10, 100, 1_000, 10_000];
  const best = new Map<number, CrowdResult>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`Growing numbers of clients, round ${round} of ${ROUNDS}`);
    for (const count of counts) {
      best.set(count, faster(best.get(count), runCase('crowd', count, REQUESTS_OF_CROWDS)));
    }
  }
  const costUs = (count: number) => {
    const result = best.get(count);
    return result === undefined ? Number.NaN : (result.seconds / result.requests) * 1e6;
  };
  return counts.map((count) => ({
    what: `${count.toLocaleString('en')} clients, 100 servers`,
    figure: `${costUs(count).toFixed(2)} µs per request (${(costUs(count) / costUs(100)).toFixed(2)} × of 100 clients)`,
  }));
}

function strategies(): Row[] {
  return strategyIds.flatMap((strategy) => {
    console.log(`Strategy ${strategy}`);
    return (['counting', 'recording'] as const).map((sink) => {
      let best: StrategyResult | undefined;
      for (let round = 1; round <= ROUNDS; round += 1) {
        best = faster(best, runCase<StrategyResult>('strategy', strategy, sink, 12_000));
      }
      const perSecond = best === undefined ? Number.NaN : best.events / best.seconds;
      return { what: `${strategy}, 100 customers, ${sink}`, figure: `${thousands(perSecond)} events/s` };
    });
  });
}

function replays(): Row[] {
  console.log('Re-simulation');
  const { medianMs, p95Ms, events } = runCase<ReplayResult>('replay', THOUSAND_MESSAGES);
  return [
    {
      what: 're-simulation after a command at the last step, 1,002 messages shown',
      figure: `${medianMs.toFixed(1)} ms (p95 ${p95Ms.toFixed(1)}), ${events.toLocaleString('en')} events`,
      budget: `≤ ${REPLAY_BUDGET_MS} ms`,
      isWithin: medianMs <= REPLAY_BUDGET_MS,
    },
  ];
}

/** What a command costs of opening its run. */
function commands(): Row[] {
  console.log('Commands in a long run');
  const { openMs, unprepared, middle, last } = runCase<CommandsResult>('commands', THOUSAND_MESSAGES);
  const shareOf = (share: number, budget: number) => ({
    figure: `${share.toFixed(2)} ×`,
    budget: `≤ ${budget} ×`,
    isWithin: share <= budget,
  });
  return [
    { what: 'opening a run of 1,002 messages, without the page', figure: `${openMs.toFixed(1)} ms` },
    { what: '  a prepared command in its middle', ...shareOf(middle, MIDDLE_BUDGET) },
    { what: '  a prepared command at its last step', ...shareOf(last, LAST_BUDGET) },
    { what: '  one in its middle that is not prepared', figure: `${unprepared.toFixed(2)} ×` },
  ];
}

function runCase<Result>(...parameters: readonly (string | number)[]): Result {
  // This file is part of the bundle, and the case is beside it.
  const file = join(process.argv[1] ?? '', '../simulation-case.js');
  return JSON.parse(execFileSync(process.execPath, [file, ...parameters.map(String)], { encoding: 'utf8' }));
}

function faster<Result extends { readonly seconds: number }>(one: Result | undefined, other: Result): Result {
  return one === undefined || other.seconds < one.seconds ? other : one;
}

function thousands(perSecond: number): string {
  return `${(perSecond / 1000).toFixed(0)} k`;
}

function milliseconds(us: number | null): string {
  return us === null ? 'nothing' : `${(us / 1000).toFixed(1)} ms`;
}
