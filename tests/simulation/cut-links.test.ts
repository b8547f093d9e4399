/** A short cut of a link, where TCP would survive it and where it would not (RFC 6298, RFC 9293 §3.8.3). */
import { describe, expect, it } from 'vitest';
import { type Command, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { scripted, whenSent } from '../support/scenario.ts';

const SECOND_US = 1_000_000;

function cutFor(us: number, between: readonly [string, string]): Command[] {
  return [
    { kind: 'cut', between, moment: whenSent('client/1') },
    { kind: 'heal', between, moment: whenSent('client/1', us) },
  ];
}

function shop(
  cutLinks: 'lose' | 'delay',
  timeouts: Partial<ClusterScenario['timing']> = {},
): ClusterScenario {
  const plain = scripted([{ kind: 'visit' }]);
  return {
    ...plain,
    network: { ...plain.network, cutLinks },
    timing: { ...plain.timing, healthIntervalUs: 60 * SECOND_US, ...timeouts },
  };
}

function endOf(of: ClusterScenario, commands: readonly Command[]) {
  const events = record(of, commands);
  const settled = events.find((event) => event.kind === 'request-settled');
  if (settled?.kind !== 'request-settled') throw new Error('The request did not settle.');
  return { outcome: settled.outcome, seconds: Math.floor(settled.atUs / SECOND_US) };
}

describe('a link that is cut for a tenth of a second', () => {
  const toBalancer = cutFor(100_000, ['client', LOAD_BALANCER]);
  const toServer = cutFor(100_000, [LOAD_BALANCER, 'server-1']);

  it('delays a request until its first retransmission after one second', () => {
    expect(endOf(shop('delay'), toBalancer)).toEqual({ outcome: 'answered', seconds: 1 });
    expect(endOf(shop('lose'), toBalancer)).toEqual({ outcome: 'timed-out', seconds: 3 });
  });

  it('delays the hop to the server if the load balancer waits that long', () => {
    expect(endOf(shop('delay', { serverTimeoutUs: 2 * SECOND_US }), toServer)).toEqual({
      outcome: 'answered',
      seconds: 1,
    });
    expect(endOf(shop('delay', { serverTimeoutUs: SECOND_US / 2 }), toServer).outcome).toBe('failed');
  });
});

describe('a longer cut', () => {
  it.each([
    [0.9, 1],
    [1.1, 3],
    [2.9, 3],
    [3.1, 7],
    [7.1, 15],
  ])('of %f seconds is survived by the retransmission after %i seconds', (cut, seconds) => {
    const patient = shop('delay', { clientTimeoutUs: 60 * SECOND_US });
    const commands = cutFor(cut * SECOND_US, ['client', LOAD_BALANCER]);
    expect(endOf(patient, commands)).toEqual({ outcome: 'answered', seconds });
  });

  // The retransmissions are due after one, three and seven seconds.
  it.each([
    ['earlier', 4, 5],
    ['at that moment', 2.9, 3],
  ])('is not survived by a client that gives up %s', (_, seconds, clientTimeout) => {
    const impatient = shop('delay', { clientTimeoutUs: clientTimeout * SECOND_US });
    const events = record(impatient, cutFor(seconds * SECOND_US, ['client', LOAD_BALANCER]));
    const lost = events.filter((event) => event.kind === 'message-lost' && event.why === 'link-cut');
    expect(lost).toHaveLength(1);
    expect(
      events.some(
        (event) =>
          event.kind === 'message-delivered' &&
          event.message.to === LOAD_BALANCER &&
          event.message.request !== null,
      ),
    ).toBe(false);
  });
});
