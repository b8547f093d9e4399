import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import { bytesInMemory } from '../../../src/simulation/memory.ts';
import { serialize } from '../../../src/simulation/protocols/wire.ts';
import { type ClusterScenario, clients } from '../../../src/simulation/scenario.ts';
import { record, simulate } from '../../../src/simulation/simulate.ts';
import { type RunStatistics, StatisticsSink } from '../../../src/simulation/statistics/statistics-sink.ts';
import { anyCommands, anyScenario } from '../../support/arbitraries.ts';
import { sessionsLost } from '../../support/invariants/sessions.ts';
import { memoriesAfter } from '../../support/node-memories.ts';
import { crash, scenario, whenAnswered } from '../../support/scenario.ts';

/** Several clients at once, and servers with so few workers that some requests queue. */
const anyCrowd: fc.Arbitrary<ClusterScenario> = fc
  .record({
    base: anyScenario,
    count: fc.integer({ min: 1, max: 6 }),
    workers: fc.integer({ min: 1, max: 2 }),
    queueMax: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ base, count, workers, queueMax }) => ({
    ...base,
    capacity: { workers, queueMax },
    clients: base.clients.map((group) => ({ ...group, count, arrivesWithinUs: 10_000 })),
  }));

function statisticsOf(...run: Parameters<typeof record>): RunStatistics {
  return simulate(...run, new StatisticsSink()).statistics();
}

function ofKind<Kind extends ClusterEvent['kind']>(events: readonly ClusterEvent[], kind: Kind) {
  return events.filter((event): event is Extract<ClusterEvent, { kind: Kind }> => event.kind === kind);
}

function countsOf<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function touchesClient({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from.startsWith('client') || to.startsWith('client');
}

describe('the statistics of a run, compared with its recording', () => {
  it('count its events, requests, outcomes, responses, and requests per server', () => {
    fc.assert(
      fc.property(anyCrowd, anyCommands, (crowd, commands) => {
        const events = record(crowd, commands);
        const statistics = statisticsOf(crowd, commands);
        const settled = countsOf(ofKind(events, 'request-settled').map(({ outcome }) => outcome));
        const delivered = ofKind(events, 'message-delivered').map(({ message }) => message);
        const asked = delivered.filter(({ role, request }) => role === 'request' && request !== null);
        expect(statistics.events).toBe(events.length);
        expect(statistics.requestsSent).toBe(
          ofKind(events, 'request-reached').filter(({ milestone }) => milestone === 'sent').length,
        );
        for (const [outcome, count] of Object.entries(statistics.outcomes)) {
          expect(count).toBe(settled.get(outcome as keyof typeof statistics.outcomes) ?? 0);
        }
        expect(statistics.statuses).toEqual(
          countsOf(
            delivered.flatMap(({ to, body }) =>
              to.startsWith('client') && body.kind === 'http-response' ? [body.status] : [],
            ),
          ),
        );
        expect(statistics.requestsByServer).toEqual(
          countsOf(asked.flatMap(({ from, to }) => (from === 'load-balancer' ? [to] : []))),
        );
        expect(statistics.roundTrips).toEqual(
          countsOf(asked.flatMap(({ from, to }) => (from.startsWith('server-') ? [to] : []))),
        );
        expect(statistics.endReason).toBe('finished');
      }),
      { numRuns: 50 },
    );
  });

  it('count the bytes of every message that was sent', () => {
    fc.assert(
      fc.property(anyCrowd, anyCommands, (crowd, commands) => {
        const sent = ofKind(record(crowd, commands), 'message-sent');
        const weight = (among: typeof sent) =>
          sum(among.map(({ message }) => Buffer.byteLength(serialize(message.body))));
        expect(statisticsOf(crowd, commands).bytes).toEqual({
          internet: weight(sent.filter(({ message }) => touchesClient(message))),
          cluster: weight(sent.filter(({ message, background }) => !background && !touchesClient(message))),
          background: weight(sent.filter(({ background }) => background)),
        });
      }),
      { numRuns: 50 },
    );
  });

  it('measure how long requests took, and how long they were queued', () => {
    fc.assert(
      fc.property(anyCrowd, anyCommands, (crowd, commands) => {
        const events = record(crowd, commands);
        const { latencyUs, queueingUs } = statisticsOf(crowd, commands);
        const sentUs = new Map(
          ofKind(events, 'request-reached').flatMap(({ request, milestone, atUs }) =>
            milestone === 'sent' ? [[request, atUs] as const] : [],
          ),
        );
        const latencies = ofKind(events, 'request-settled').map(
          ({ request, atUs }) => atUs - (sentUs.get(request) ?? Number.NaN),
        );
        expect([latencyUs.count, latencyUs.sum]).toEqual([latencies.length, sum(latencies)]);
        expect(latencyUs.max ?? 0).toBe(Math.max(0, ...latencies));
        const waits = ofKind(events, 'request-begun').map(({ queuedUs }) => queuedUs);
        expect([queueingUs.count, queueingUs.sum]).toEqual([waits.length, sum(waits)]);
      }),
      { numRuns: 50 },
    );
  });

  it('count the items in memory per node, and the sessions that were lost', () => {
    fc.assert(
      fc.property(anyCrowd, anyCommands, (crowd, commands) => {
        const events = record(crowd, commands);
        const { memoryByNode, losses } = statisticsOf(crowd, commands);
        // The latest change alone, and late copies, are counted as causes of their own.
        expect(losses.crashed + losses.left).toBe(sessionsLost(events).flat().length);
        const usages = memoriesAfter(events);
        const servers = Array.from({ length: crowd.servers }, (_, index) => `server-${index + 1}`);
        for (const node of ['load-balancer', ...servers]) {
          const items = usages.on(node);
          const use = { items: items.length, bytes: sum(items.map(bytesInMemory)) };
          expect(memoryByNode.get(node) ?? { items: 0, bytes: 0 }, node).toEqual(use);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the statistics of a crowd', () => {
  const crowd = scenario({
    balancing: 'round-robin',
    servers: 4,
    clients: [clients([{ kind: 'visit' }], { count: 40, repeats: 5, arrivesWithinUs: 4_000_000 })],
  });

  it('show a quarter of the requests on each server under round robin', () => {
    const { requestsSent, outcomes, requestsByServer } = statisticsOf(crowd, []);
    expect([requestsSent, outcomes.answered]).toEqual([200, 200]);
    expect([...requestsByServer.values()]).toEqual([50, 50, 50, 50]);
  });

  it('show as many lost sessions after a crash as that server alone kept', () => {
    const last = ofKind(record(crowd, []), 'request-settled').at(-1)?.request ?? 'client/1';
    const kept = statisticsOf(crowd, []).memoryByNode.get('server-1')?.items;
    const { sessionsLost: lost, memoryByNode } = statisticsOf(crowd, [crash('server-1', whenAnswered(last))]);
    expect([lost, memoryByNode.get('server-1')]).toEqual([kept, undefined]);
    expect(kept).toBeGreaterThan(5);
  });
});
