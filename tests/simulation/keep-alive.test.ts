import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/sequence/facts.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import { balancerProfiles } from '../../src/simulation/balancer.ts';
import { type ClusterEvent, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { whyOf } from '../../src/trace/why.ts';
import { exchangesOf } from '../support/exchanges.ts';
import { runOf } from '../support/run-of.ts';
import { scenario, scripted } from '../support/scenario.ts';

const visit: Line = { kind: 'visit' };
const pay: Line = { kind: 'pay', amountWon: 3_000, hasIdempotencyKey: false };
const THINK_US = 4_000_000;
/** Every message takes as long as any other, so that two can be made to cross. */
const INTERNET_US = 20_000;
const CLUSTER_US = 500;

/** @param idleUs How long the server waits after its response. */
function cluster(script: readonly Line[], idleUs: number | null, given: Partial<ClusterScenario> = {}) {
  return scripted(script, {
    servers: 1,
    keepAlive: { idleUs },
    network: {
      ...scenario().network,
      internet: { minUs: INTERNET_US, maxUs: INTERNET_US },
      cluster: { minUs: CLUSTER_US, maxUs: CLUSTER_US },
      lossPerMillion: 0,
    },
    ...given,
  });
}

/** From the server's response until the next request reaches the server. */
const BETWEEN_US = CLUSTER_US + INTERNET_US + THINK_US + INTERNET_US + CLUSTER_US;

function resets(events: readonly ClusterEvent[]) {
  return events.filter(({ kind }) => kind === 'connection-reset');
}

function connectionsUsed(events: readonly ClusterEvent[]): number {
  const ids = events.flatMap((event) => {
    if (event.kind !== 'message-sent' || event.message.body.kind !== 'http-request') return [];
    return event.message.from === LOAD_BALANCER ? [event.message.body.connection] : [];
  });
  return new Set(ids.filter((id) => id !== undefined)).size;
}

describe('an idle connection between load balancer and server', () => {
  it('is used again while the server keeps it', () => {
    const events = record(cluster([visit, visit, visit], BETWEEN_US + 1_000), []);
    expect(resets(events)).toEqual([]);
    expect(connectionsUsed(events)).toBe(1);
  });

  it('is not used again once the load balancer knows that it is closed', () => {
    const events = record(cluster([visit, visit, visit], BETWEEN_US - 2 * CLUSTER_US - 1_000), []);
    expect(resets(events)).toEqual([]);
    expect(connectionsUsed(events)).toBe(3);
  });

  it('resets a request that crosses the close, which its server never sees', () => {
    const run = runOf(cluster([visit, pay], BETWEEN_US - CLUSTER_US), []);
    expect(resets(run.events)).toHaveLength(1);
    expect(exchangesOf(run.events).at(-1)).toBe('client/2 POST /pay: load-balancer 502 connection-reset');
    expect(run.events.filter(({ kind }) => kind === 'request-begun')).toHaveLength(1);
    const facts = factsOf(run);
    expect(facts.some((each) => each.kind === 'connection-close' && each.crosses)).toBe(true);
    expect(whyOf(run, run.steps.length - 1).map(({ kind }) => kind)).toEqual([
      'closed-while-idle',
      'is-not-repeated',
    ]);
  });

  it('is no trouble for a GET, which the load balancer repeats on another server', () => {
    const events = record(cluster([visit, visit], BETWEEN_US - CLUSTER_US, { servers: 2 }), []);
    expect(resets(events)).toHaveLength(1);
    expect(exchangesOf(events).at(-1)).toBe('client/2 GET /: server-2 200');
  });

  it('is closed by no server without a limit, and no message says which connection it uses', () => {
    const events = record(cluster([visit, pay, visit], null), []);
    expect(connectionsUsed(events)).toBe(0);
  });

  it('never makes a request run twice', () => {
    const anyRun = fc.record({
      idleUs: fc.integer({ min: 1_000, max: 10_000 }),
      profile: fc.constantFrom(...Object.values(balancerProfiles)),
      resendsOnReset: fc.boolean(),
      thinkUs: fc.integer({ min: 0, max: 12_000 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(anyRun, ({ idleUs, profile, resendsOnReset, thinkUs, seed }) => {
        const lines: Line[] = [
          visit,
          pay,
          { kind: 'at-once', lines: [{ kind: 'me' }, { kind: 'visit' }] },
          pay,
        ];
        const events = record(
          scripted(lines, {
            client: { resendsOnReset, think: { kind: 'fixed', us: thinkUs } },
            balancer: profile,
            keepAlive: { idleUs },
            network: {
              ...scenario().network,
              internet: { minUs: 500, maxUs: 900 },
              cluster: { minUs: 400, maxUs: 700 },
              lossPerMillion: 0,
            },
            seed,
          }),
          [],
        );
        const charges = events.filter((event) => event.kind === 'remembered' && event.item.kind === 'charge');
        expect(charges.length).toBeLessThanOrEqual(2);
        expect(events.filter(({ kind }) => kind === 'request-settled')).toHaveLength(5);
      }),
      { numRuns: 60 },
    );
  });
});
