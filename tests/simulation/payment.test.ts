/** A payment and a crash: trace T25 of the lessons. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { record } from '../../src/simulation/simulate.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { exchangesOf } from '../support/exchanges.ts';
import { memoriesAfter } from '../support/node-memories.ts';
import { crash, scripted, whenArrived } from '../support/scenario.ts';

function pay(hasIdempotencyKey: boolean): Line {
  return { kind: 'pay', amountWon: 50_000, hasIdempotencyKey };
}

function chargesIn(events: ReturnType<typeof record>): number[] {
  return memoriesAfter(events)
    .on('database')
    .flatMap((item) => (item.kind === 'charge' ? [item.charge.amountWon] : []));
}

/** The server works for 2,000 µs and asks the database, 400 to 700 µs away: by now it has charged but hasn't replied. */
const afterTheCharge = crash('server-1', whenArrived('client/1', 2_750));

describe.each(strategyIds)('T25 under %s: the server charges, and dies before it replies', (strategy) => {
  it('leaves the client uncertain: it gets a 502, but the database has charged', () => {
    const events = record(scripted([pay(false)], { strategy }), [afterTheCharge]);
    expect(exchangesOf(events)).toEqual(['client/1 POST /pay: load-balancer 502 connection-reset']);
    expect(chargesIn(events)).toEqual([50_000]);
  });

  it('charges twice when the client retries', () => {
    const events = record(scripted([pay(false)], { strategy, client: { retries: 1 } }), [afterTheCharge]);
    expect(exchangesOf(events)).toEqual(['client/1 POST /pay: server-2 200']);
    expect(chargesIn(events)).toEqual([50_000, 50_000]);
  });

  it('charges once under an idempotency key: the retry gets the result of the first request', () => {
    const events = record(scripted([pay(true)], { strategy, client: { retries: 1 } }), [afterTheCharge]);
    expect(exchangesOf(events)).toEqual(['client/1 POST /pay: server-2 200']);
    expect(chargesIn(events)).toEqual([50_000]);
    const answer = events.findLast(
      (event) => event.kind === 'message-delivered' && event.message.to === 'client',
    );
    expect(answer).toMatchObject({
      message: { body: { body: JSON.stringify({ charge: 1, amountWon: 50_000, isFirst: false }) } },
    });
  });

  it('a load balancer never retries a payment (RFC 9110 §9.2.2)', () => {
    const events = record(scripted([pay(false)], { strategy }), [afterTheCharge]);
    const arrived = events.filter(
      (event) =>
        event.kind === 'message-delivered' &&
        event.message.role === 'request' &&
        event.message.request !== null &&
        event.message.to.startsWith('server-'),
    );
    expect(arrived).toHaveLength(1);
  });
});
