import { describe, expect, it } from 'vitest';
import { simulate } from '../../../src/simulation/simulate.ts';
import { Watch } from '../../support/invariants/checker.ts';
import { invariantsOf } from '../../support/invariants/invariants.ts';
import { crash, restart, scripted, whenArrived } from '../../support/scenario.ts';

describe('an exchange whose ID is used again', () => {
  // The load balancer restarts while its first exchange is running, and the client asks again.
  const plain = scripted([{ kind: 'visit' }], { seed: 0, servers: 1, client: { retries: 2 } });
  const busy = {
    ...plain,
    capacity: { workers: 1, queueMax: 0 },
    timing: {
      ...plain.timing,
      service: { kind: 'fixed' as const, us: 400_000 },
      serverTimeoutUs: 5_000_000,
      clientTimeoutUs: 50_000,
    },
  };
  const moment = whenArrived('client/1');
  const commands = [crash('load-balancer', moment), restart('load-balancer', moment)];

  it('is rejected while the earlier one runs, and no invariant is broken', () => {
    const rejected: string[] = [];
    simulate(busy, commands, {
      report(event) {
        if (event.kind !== 'message-sent' || event.message.body.kind !== 'http-response') return;
        const { from, exchange, body } = event.message;
        if (from === 'server-1' && body.status === 503) rejected.push(`exchange ${exchange}`);
      },
    });
    expect(rejected).toContain('exchange 1');
    expect(simulate(busy, commands, new Watch(invariantsOf(busy), busy)).problems).toEqual([]);
  });
});
