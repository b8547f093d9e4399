/** A load balancer whose list of servers is behind, as with EndpointSlices in Kubernetes. */
import { describe, expect, it } from 'vitest';
import { balancerProfiles } from '../../../src/simulation/balancer.ts';
import { type Command, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import { clients } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { scenario, scripted, whenAnswered, whenArrived } from '../../support/scenario.ts';

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

  it('sends a server that is leaving newcomers until then', () => {
    // Client 2 arrives a second after the drain, while server 1 is still at work for client 1.
    const serverOf = (removalNoticedAfterUs: number) => {
      const events = record(
        scenario({
          balancing: 'first',
          balancer: { ...balancerProfiles.ideal, removalNoticedAfterUs },
          clients: [clients([{ kind: 'visit' }]), clients([{ kind: 'visit' }], { arrivesAtUs: SECOND_US })],
          timing: {
            service: { kind: 'fixed', us: 3 * SECOND_US },
            serverTimeoutUs: 9 * SECOND_US,
            clientTimeoutUs: 9 * SECOND_US,
          },
        }),
        [{ ...drain, moment: whenArrived('client/1', 1) }],
      );
      return events.flatMap((event) =>
        event.kind === 'message-sent' &&
        event.message.from === LOAD_BALANCER &&
        event.message.request === 'client-2/1'
          ? [event.message.to]
          : [],
      )[0];
    };
    expect(serverOf(0)).toBe('server-2');
    expect(serverOf(SECOND_US / 2)).toBe('server-2');
    expect(serverOf(2 * SECOND_US)).toBe('server-1');
  });

  it('hears at once of a server that is back, and no longer of its removal', () => {
    const add: Command = { kind: 'add', node: 'server-1', moment: whenAnswered('client/1', SECOND_US / 2) };
    expect(refused(1.5 * SECOND_US, [drain, add])).toEqual([]);
  });
});
