/** How much the simulation of a whole cluster gets done in a second, what of it grows, and what does not. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { largeCluster } from './crowd.ts';
import type { Row } from './row.ts';
import { findSimPy, runSimPy } from './simpy.ts';
import type { CrowdResult, ReplayResult, StrategyResult } from './simulation-case.ts';

/** The best one counts: whatever else a machine does can only make a run slower. */
const ROUNDS = 3;

const SIMPY_BUDGET = 1;
const MEMORY_BUDGET = 1.2;
const REPLAY_BUDGET_MS = 10;

/** Fifty of each client where there are most of them, so that a request's cost counts and not that of setting up a client. */
const REQUESTS_OF_CROWDS = 500_000;

/** Shown are a request's way to the load balancer, its way on to a server, and the reply. */
const THOUSAND_MESSAGES = 334;

export async function measure(): Promise<Row[]> {
  return [...againstSimPy(), ...memory(), ...growth(), ...strategies(), ...replays()];
}

/** A hundred servers and a thousand clients, beside the same cluster in SimPy. */
function againstSimPy(): Row[] {
  const simpy = findSimPy();
  const requests = 300_000;
  let ours: CrowdResult | undefined;
  let theirs:
    | { readonly requests: number; readonly seconds: number; readonly latencyMeanUs: number }
    | undefined;
  // In turns, so that a slow minute of the machine meets both and their ratio stays.
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`A hundred servers, round ${round} of ${ROUNDS}`);
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
      figure: `${(ours.bytes / ours.requests).toFixed(0)} bytes, ${(ours.events / ours.requests).toFixed(1)} events a request`,
    },
    {
      what: '  a request took, in virtual time',
      figure: `${milliseconds(ours.latencyMeanUs)} on average, p99 ${milliseconds(ours.latencyP99Us)}`,
    },
  ];
  if (simpy === null || theirs === undefined) {
    return [...rows, { what: 'the same in SimPy', figure: 'skipped: no Python here has SimPy 3 or later' }];
  }
  const ratio = ours.requests / ours.seconds / (theirs.requests / theirs.seconds);
  return [
    ...rows,
    {
      what: `the same in SimPy ${simpy.version}, no bytes`,
      figure: `${thousands(theirs.requests / theirs.seconds)} requests/s`,
    },
    { what: '  a request took there', figure: `${milliseconds(theirs.latencyMeanUs)} on average` },
    {
      what: '  ours against SimPy',
      figure: `${ratio.toFixed(2)} ×`,
      budget: `> ${SIMPY_BUDGET} ×, aim 3 ×`,
      isWithin: ratio > SIMPY_BUDGET,
    },
  ];
}

/** What a process takes at most, whether its clients send ten thousand requests or a hundred times as many. */
function memory(): Row[] {
  console.log('Memory of 10,000 and of 1,000,000 requests');
  const few = leanest(10_000);
  const many = leanest(1_000_000);
  const ratio = many.peakMegabytes / few.peakMegabytes;
  return [
    {
      what: '1,000,000 requests, 100 servers, 1,000 clients',
      figure: `${thousands(many.requests / many.seconds)} requests/s`,
    },
    { what: '  peak memory of the process', figure: `${many.peakMegabytes.toFixed(0)} MB` },
    {
      what: '  against that of 10,000 requests',
      figure: `${ratio.toFixed(2)} × of ${few.peakMegabytes.toFixed(0)} MB`,
      budget: `≤ ${MEMORY_BUDGET} ×`,
      isWithin: ratio <= MEMORY_BUDGET,
    },
  ];
}

/** What a request costs as clients become more, at the same rate of all together where they are many enough for it. */
function growth(): Row[] {
  const counts = [10, 100, 1_000, 10_000];
  const best = new Map<number, CrowdResult>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`More and more clients, round ${round} of ${ROUNDS}`);
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
    figure: `${costUs(count).toFixed(2)} µs a request (${(costUs(count) / costUs(100)).toFixed(2)} × of 100 clients)`,
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
  console.log('Simulating anew');
  const { medianMs, p95Ms, events } = runCase<ReplayResult>('replay', THOUSAND_MESSAGES);
  return [
    {
      what: 'simulating anew after a command at the last step, 1,002 messages shown',
      figure: `${medianMs.toFixed(1)} ms (p95 ${p95Ms.toFixed(1)}), ${events.toLocaleString('en')} events`,
      budget: `≤ ${REPLAY_BUDGET_MS} ms`,
      isWithin: medianMs <= REPLAY_BUDGET_MS,
    },
  ];
}

/** Of several rounds the one that took least memory: what else goes on in a process can only add to it. */
function leanest(requests: number): CrowdResult {
  const results = Array.from({ length: ROUNDS }, () => runCase<CrowdResult>('crowd', 1_000, requests));
  return results.reduce((one, other) => (other.peakMegabytes < one.peakMegabytes ? other : one));
}

function runCase<Result>(...parameters: readonly (string | number)[]): Result {
  // This file is part of the bundle, and the case lies beside it.
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
