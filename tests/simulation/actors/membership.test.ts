/** A load balancer whose list of servers is behind, as with EndpointSlices in Kubernetes. */
import { describe, expect, it } from 'vitest';
import { balancerProfiles } from '../../../src/simulation/balancer.ts';
import type { Command } from '../../../src/simulation/cluster.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { scenario, scripted, whenAnswered } from '../../support/scenario.ts';

const SECOND_US = 1_000_000;
const drain: Command = { kind: 'drain', node: 'server-1', moment: whenAnswered('client/1') };

/** Attempts that a server refused. The client sends three requests, a second apart, and no health check interferes. */
function refused(removalNoticedAfterUs: number, commands: readonly Command[] = [drain]): string[] {
  const given = scripted([{ kind: 'me' }, { kind: 'me' }, { kind: 'me' }], {
    balancing: 'first',
    balancer: { ...balancerProfiles.ideal, removalNoticedAfterUs },
    client: { think: { kind: 'fixed', us: SECOND_US } },
    timing: { ...scenario().timing, healthIntervalUs: 60 * SECOND_US },
  });
  return record(given, commands).flatMap((event) =>
    event.kind === 'message-refused' && event.message.request !== null
      ? [`${event.message.request} ${event.message.to}`]
      : [],
  );
}

describe('a load balancer that hears late of a server that left', () => {
  it('sends it requests until then', () => {
    expect(refused(0)).toEqual([]);
    expect(refused(1.5 * SECOND_US)).toEqual(['client/2 server-1']);
    expect(refused(10 * SECOND_US)).toEqual(['client/2 server-1', 'client/3 server-1']);
  });

  it('hears at once of a server that is back, and no longer of its removal', () => {
    const add: Command = { kind: 'add', node: 'server-1', moment: whenAnswered('client/1', SECOND_US / 2) };
    expect(refused(1.5 * SECOND_US, [drain, add])).toEqual([]);
  });
});
