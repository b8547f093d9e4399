import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { randomStream } from '../../src/simulation/kernel/random.ts';
import { plainRetries, type RetryPolicy, retryDelayUs } from '../../src/simulation/retry-policy.ts';
import { record } from '../../src/simulation/simulate.ts';
import { crash, scripted, whenSent } from '../support/scenario.ts';

const random = randomStream(1, 'test');

describe('the delay before a retry', () => {
  it('is constant without a multiplier', () => {
    expect([1, 2, 3].map((retry) => retryDelayUs(plainRetries, retry, random))).toEqual([
      200_000, 200_000, 200_000,
    ]);
  });

  it('doubles up to its maximum', () => {
    const policy: RetryPolicy = { ...plainRetries, delayUs: 100, multiplier: 2, delayMaxUs: 500 };
    expect([1, 2, 3, 4, 5].map((retry) => retryDelayUs(policy, retry, random))).toEqual([
      100, 200, 400, 500, 500,
    ]);
  });

  it('lies between 0 and its length with jitter', () => {
    const policy: RetryPolicy = { ...plainRetries, hasJitter: true };
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const us = retryDelayUs(policy, 1, randomStream(seed, 'jitter'));
        expect(us).toBeGreaterThanOrEqual(0);
        expect(us).toBeLessThanOrEqual(200_000);
      }),
    );
  });
});

/** How often each of a client's requests is sent while no server answers. */
function attempts(retryPolicy: RetryPolicy): number[] {
  const script: Line[] = Array.from({ length: 6 }, () => ({ kind: 'visit' }));
  const scenario = scripted(script, { servers: 1, client: { retries: 3, retryPolicy } });
  const sent = new Map<string | null, number>();
  for (const event of record(scenario, [crash('server-1', whenSent('client/1'))])) {
    if (event.kind !== 'message-sent' || event.message.from !== 'client') continue;
    sent.set(event.message.request, (sent.get(event.message.request) ?? 0) + 1);
  }
  return [...sent.values()];
}

describe('a retry budget', () => {
  it('is unlimited when there is none', () => {
    expect(attempts(plainRetries)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  it('allows one retry at first, and then as many per hundred requests as it says', () => {
    // Credit in percent before each request: 100, 50, 100 (one retry each time it reaches 100).
    expect(attempts({ ...plainRetries, budgetPercent: 50 })).toEqual([2, 2, 1, 2, 1, 2]);
    expect(attempts({ ...plainRetries, budgetPercent: 0 })).toEqual([2, 1, 1, 1, 1, 1]);
  });
});
