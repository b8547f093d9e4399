import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { record } from '../../src/simulation/simulate.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { scripted } from '../support/scenario.ts';

const script: Line[] = [{ kind: 'log-in', user: 'mina' }, { kind: 'me' }];

/** How much longer each request takes when a hash takes 250 ms. */
function addedMs(strategy: StrategyId): number[] {
  const latencies = (passwordHashUs: number) => {
    const scenario = scripted(script, { strategy });
    const sentUs = new Map<string, number>();
    const all: number[] = [];
    for (const event of record({ ...scenario, timing: { ...scenario.timing, passwordHashUs } }, [])) {
      if (event.kind === 'request-reached' && event.milestone === 'sent')
        sentUs.set(event.request, event.atUs);
      if (event.kind === 'request-settled') all.push(event.atUs - (sentUs.get(event.request) ?? 0));
    }
    return all;
  };
  const without = latencies(0);
  return latencies(250_000).map((us, index) => Math.round((us - (without[index] ?? 0)) / 1_000));
}

describe('hashing a password', () => {
  it('slows a login, and not the requests of its session', () => {
    expect(addedMs('server-memory')).toEqual([250, 0]);
    expect(addedMs('signed-token')).toEqual([250, 0]);
  });

  it('slows each request whose client carries the password', () => {
    expect(addedMs('client-state')).toEqual([250, 250]);
  });

  it('occupies a worker', () => {
    const scenario = scripted([script[0] as Line], {
      servers: 1,
      capacity: { workers: 1, queueMax: 9 },
      client: { count: 3 },
    });
    const timing = { ...scenario.timing, passwordHashUs: 250_000 };
    const queuedMs = record({ ...scenario, timing }, []).flatMap((event) =>
      event.kind === 'request-begun' ? [Math.round(event.queuedUs / 50_000) * 50] : [],
    );
    expect(queuedMs).toEqual([0, 250, 500]);
  });
});
