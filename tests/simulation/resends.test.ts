import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { balancerProfiles } from '../../src/simulation/balancer.ts';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { exchangesOf } from '../support/exchanges.ts';
import { crash, scripted, whenArrived } from '../support/scenario.ts';

const visit: Line = { kind: 'visit' };

function pay(hasIdempotencyKey: boolean): Line {
  return { kind: 'pay', amountWon: 50_000, hasIdempotencyKey };
}

function shop(script: readonly Line[], resendsOnReset: boolean, given: Partial<ClusterScenario> = {}) {
  return scripted(script, {
    client: { resendsOnReset },
    balancing: 'round-robin',
    balancer: balancerProfiles.haproxy,
    ...given,
  });
}

function charges(events: readonly ClusterEvent[]): number {
  return events.filter(
    ({ kind, ...event }) => kind === 'remembered' && 'item' in event && event.item.kind === 'charge',
  ).length;
}

/** The second request's server dies between the charge and its response. */
const afterCharge = [crash('server-2', whenArrived('client/2', 2_800))];

describe('a browser whose used connection closes without a response', () => {
  it('sends the POST again by itself: two charges, and the page sees one 200', () => {
    const events = record(shop([visit, pay(false)], true), afterCharge);
    expect(charges(events)).toBe(2);
    expect(exchangesOf(events)).toEqual(['client/1 GET /: server-1 200', 'client/2 POST /pay: server-3 200']);
  });

  it('charges once with an idempotency key', () => {
    const events = record(shop([visit, pay(true)], true), afterCharge);
    expect(charges(events)).toBe(1);
    expect(exchangesOf(events).at(-1)).toBe('client/2 POST /pay: server-3 200');
  });

  it('reports a failure if it does not send anything again', () => {
    const events = record(shop([visit, pay(false)], false), afterCharge);
    expect(charges(events)).toBe(1);
    expect(events.findLast(({ kind }) => kind === 'request-settled')).toMatchObject({ outcome: 'failed' });
  });

  it('gets a 502 on its first connection, and sends nothing again', () => {
    const events = record(shop([pay(false)], true), [crash('server-1', whenArrived('client/1', 2_800))]);
    expect(charges(events)).toBe(1);
    expect(exchangesOf(events)).toEqual(['client/1 POST /pay: load-balancer 502 connection-reset']);
  });

  it('sends it once more only: the second reset is a failure', () => {
    const events = record(shop([visit, pay(false)], true), [
      ...afterCharge,
      crash('server-3', whenArrived('client/2', 47_000)),
    ]);
    const sent = events.filter(
      (event) =>
        event.kind === 'message-sent' &&
        event.message.from === 'client' &&
        event.message.request === 'client/2',
    );
    expect(sent).toHaveLength(2);
    expect(events.findLast(({ kind }) => kind === 'request-settled')).toMatchObject({ outcome: 'failed' });
  });

  it('does the same over TCP without a load balancer', () => {
    const given = { connections: 'tcp', balancing: 'first' } as const;
    const events = record(shop([visit, pay(false)], true, given), [
      crash('server-1', whenArrived('client/2', 2_800)),
    ]);
    expect(charges(events)).toBeGreaterThanOrEqual(1);
  });

  it('executes a payment with an idempotency key at most once, whatever repeats it', () => {
    const anyRun = fc.record({
      profile: fc.constantFrom(...Object.values(balancerProfiles)),
      resends: fc.boolean(),
      retries: fc.integer({ min: 0, max: 2 }),
      offsetUs: fc.integer({ min: 0, max: 60_000 }),
      server: fc.constantFrom('server-1', 'server-2', 'server-3'),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(anyRun, ({ profile, resends, retries, offsetUs, server, seed }) => {
        const script = [
          visit,
          pay(true),
          { kind: 'at-once', lines: [{ kind: 'me' }, { kind: 'visit' }] },
        ] as const;
        const events = record(
          scripted(script, {
            client: { resendsOnReset: resends, retries },
            balancing: 'round-robin',
            balancer: profile,
            seed,
          }),
          [crash(server, whenArrived('client/2', offsetUs))],
        );
        expect(charges(events)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
