/** Where the visible events begin that are still to come. What lies before can't change, however the trace goes on. */
import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import { record } from '../../src/simulation/simulate.ts';
import { VisibleEventReader } from '../../src/trace/visible-events.ts';
import { crash, scenario, whenAnswered, whenSent } from '../support/scenario.ts';

function earliestStartAt(end: number, events: readonly ClusterEvent[]) {
  const reader = new VisibleEventReader('essential');
  const found = reader.readUpTo(end, events).length;
  return { found, earliestStart: reader.earliestStart };
}

/** The first index at which a message between two nodes is sent or delivered. */
function indexOf(
  events: readonly ClusterEvent[],
  kind: 'message-sent' | 'message-delivered',
  from: string,
  to: string,
): number {
  return events.findIndex(
    (event) => event.kind === kind && event.message.from === from && event.message.to === to,
  );
}

describe('the earliest start of what is still to come', () => {
  const events = record(scenario(), []);

  it('is the client’s reaction that sends a request, while that is in flight', () => {
    const arrival = indexOf(events, 'message-delivered', 'client', 'load-balancer');
    const reaction = events.findIndex(({ kind }) => kind === 'request-reached');
    expect(indexOf(events, 'message-sent', 'client', 'load-balancer')).toBeGreaterThan(reaction);
    expect(earliestStartAt(arrival, events)).toEqual({ found: 0, earliestStart: reaction });
  });

  it('is where the server sends a reply, while the load balancer’s copy of it is in flight', () => {
    const sent = indexOf(events, 'message-sent', 'server-1', 'load-balancer');
    const passedOn = indexOf(events, 'message-sent', 'load-balancer', 'client');
    expect(earliestStartAt(passedOn + 1, events)).toEqual({ found: 2, earliestStart: sent });
  });

  it('is the present while nothing is in flight', () => {
    const arrival = indexOf(events, 'message-delivered', 'load-balancer', 'client');
    const idle = events.findIndex(({ kind }, index) => index > arrival && kind === 'timer-fired');
    expect(earliestStartAt(idle, events)).toEqual({ found: 3, earliestStart: idle });
  });

  it.each([
    ['a purchase', scenario(), []],
    // Copies and replies are in flight while the crashes happen.
    [
      'copies and crashes',
      scenario({ strategy: 'replicated' }),
      [crash('server-1', whenAnswered('client/1')), crash('server-2', whenSent('client/2', 20_500))],
    ],
    ['a shared store', scenario({ strategy: 'shared-store' }), [crash('server-1', whenSent('client/2'))]],
  ])('is never later than the start of a visible event that follows: %s', (_, played, commands) => {
    const trace = record(played, commands);
    const all = new VisibleEventReader('essential').readUpTo(trace.length, trace);
    const instants = trace.flatMap(({ atUs }, index) =>
      index > 0 && atUs !== trace[index - 1]?.atUs ? [index] : [],
    );
    for (const end of instants) {
      const { found, earliestStart } = earliestStartAt(end, trace);
      const starts = all.slice(found).map(({ start }) => start);
      expect(earliestStart, `at event ${end}`).toBeLessThanOrEqual(Math.min(end, ...starts));
    }
  });
});
