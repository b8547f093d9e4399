import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import {
  type ClientGroup,
  type ClusterScenario,
  clients,
  type ServerCapacity,
} from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { crash, scenario, whenArrived } from '../../support/scenario.ts';

const SERVICE_US = 1_000;
const HOP_US = 10;

/** One server. All messages take the same time, and each response takes one millisecond of work. */
function busyServer(capacity: ServerCapacity, group: Partial<ClientGroup>): ClusterScenario {
  const hop = { minUs: HOP_US, maxUs: HOP_US };
  const { timing } = scenario();
  return scenario({
    strategy: 'client-state',
    servers: 1,
    capacity,
    clients: [clients([{ kind: 'visit' }], group)],
    timing: { ...timing, service: { kind: 'fixed', us: SERVICE_US }, replyUs: 0 },
    network: { internet: hop, cluster: hop, lossPerMillion: 0, cutLinks: 'lose' },
  });
}

/** `client-2 waited 1000`, in serving order. Requests that didn't wait are left out. */
function turns(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'request-begun' && event.queuedUs > 0
      ? [`${event.request.split('/')[0]} waited ${event.queuedUs}`]
      : [],
  );
}

/** When and how each request was settled. */
function ends(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'request-settled' ? [`${event.atUs} ${event.request} ${event.outcome}`] : [],
  );
}

describe('a server whose workers are all busy', () => {
  it('queues requests and serves them first in, first out', () => {
    const events = record(busyServer({ workers: 1, queueMax: 10 }, { count: 4 }), []);
    expect(turns(events)).toEqual(['client-2 waited 1000', 'client-3 waited 2000', 'client-4 waited 3000']);
    expect(ends(events)).toEqual([
      '1040 client/1 answered',
      '2040 client-2/1 answered',
      '3040 client-3/1 answered',
      '4040 client-4/1 answered',
    ]);
  });

  it('works on as many requests at a time as it has workers', () => {
    const events = record(busyServer({ workers: 3, queueMax: 10 }, { count: 4 }), []);
    expect(turns(events)).toEqual(['client-4 waited 1000']);
  });

  it('rejects a request when the queue is full', () => {
    const events = record(busyServer({ workers: 1, queueMax: 1 }, { count: 3 }), []);
    expect(turns(events)).toEqual(['client-2 waited 1000']);
    expect(ends(events)).toEqual([
      `${4 * HOP_US} client-3/1 failed`,
      '1040 client/1 answered',
      '2040 client-2/1 answered',
    ]);
    const refusals = events.flatMap((event) =>
      event.kind === 'message-sent' && event.message.body.kind === 'http-response'
        ? [`${event.message.body.status} ${event.message.body.body}`]
        : [],
    );
    expect(refusals[0]).toBe('503 {"error":"server-busy"}');
  });

  it('loses its queue in a crash; its clients find another server or none', () => {
    const events = record(busyServer({ workers: 1, queueMax: 10 }, { count: 3 }), [
      crash('server-1', whenArrived('client-3/1', 100)),
    ]);
    expect(turns(events)).toEqual([]);
    expect(ends(events).map((end) => end.split(' ')[2])).toEqual(['failed', 'failed', 'failed']);
  });
});

describe('requests that arrive at random at one worker with exponential service times', () => {
  it('wait as long on average as in an M/M/1 queue: ρ / (1 - ρ) times the service time', () => {
    const requests = 15_000;
    const load = 0.5;
    const crowd = busyServer(
      { workers: 1, queueMax: 1_000_000 },
      // Each client comes once, at its own random time: together they approximate a Poisson process.
      { count: requests, arrivesWithinUs: (requests * SERVICE_US) / load },
    );
    const events = record(
      { ...crowd, timing: { ...crowd.timing, service: { kind: 'exponential', meanUs: SERVICE_US } } },
      [],
    );
    const waits = events.flatMap((event) =>
      event.kind === 'request-begun' && event.queuedUs > 0 ? [event.queuedUs] : [],
    );
    const meanWaitUs = waits.reduce((sum, wait) => sum + wait, 0) / requests;
    const expectedUs = (load / (1 - load)) * SERVICE_US;
    // Three standard errors. Successive waits are strongly correlated, so few of them are independent.
    expect(Math.abs(meanWaitUs / expectedUs - 1)).toBeLessThan(0.13);
    // The share of requests that find the server busy equals its utilization.
    expect(waits.length / requests).toBeCloseTo(load, 1);
  });
});
