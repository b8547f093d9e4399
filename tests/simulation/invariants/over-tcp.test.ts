/** The checkers of runs over TCP: each gets a trace in which one thing is wrong. */
import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import { clients } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { Watch } from '../../support/invariants/checker.ts';
import { invariantsOf } from '../../support/invariants/invariants.ts';
import { scenario } from '../../support/scenario.ts';

const busy = scenario({
  connections: 'tcp',
  capacity: { workers: 1, queueMax: 2 },
  clients: [
    clients([{ kind: 'log-in', user: 'mina' }, { kind: 'me' }, { kind: 'log-out' }, { kind: 'me' }], {
      count: 3,
    }),
    clients([{ kind: 'pay', amountWon: 1_000, hasIdempotencyKey: true }], { arrivesAtUs: 1_000_000 }),
  ],
});
const good = record(busy, []);

function problemsOf(change: (event: ClusterEvent) => ClusterEvent): string[] {
  const watch = new Watch(invariantsOf(busy), busy);
  for (const event of good) watch.report(change(event));
  return watch.problems;
}

/** Changes the text of segments to another one of the same length. */
function withText(kind: 'message-sent' | 'message-delivered', from: RegExp, to: string) {
  return (event: ClusterEvent): ClusterEvent => {
    if (event.kind !== kind || event.message.body.kind !== 'tcp-segment') return event;
    const { message } = event;
    const data = event.message.body.data.replace(from, to);
    return { ...event, message: { ...message, body: { ...event.message.body, data } } };
  };
}

describe('over TCP, a checker reports', () => {
  it('nothing in a good trace, in which requests wait', () => {
    expect(good.some((event) => event.kind === 'request-begun' && event.queuedUs > 0)).toBe(true);
    expect(problemsOf((event) => event)).toEqual([]);
  });

  it.each([
    ['cookie jar', withText('message-sent', /Cookie: sid=./, 'Cookie: sid=x')],
    ['dates', withText('message-sent', /GMT/, 'CET')],
    ['user identity', withText('message-sent', /"userId":"mina","name"/, '"userId":"root","name"')],
    ['charges', withText('message-sent', /"charge":1/, '"charge":7')],
    ['attempts', withText('message-delivered', /HTTP\/1.1 200/, 'HTTP/1.1 503')],
  ])('%s: a segment with another text', (name, change) => {
    expect(problemsOf(change).join('\n')).toContain(`${name}: `);
  });

  it('service address: a segment that reaches another server', () => {
    const changed = problemsOf((event) =>
      event.kind === 'message-sent' && event.message.to === 'server-1'
        ? { ...event, message: { ...event.message, to: 'server-2' } }
        : event,
    );
    expect(changed.join('\n')).toContain('service address: ');
  });

  it('workers and queue over TCP: a request that says it did not wait', () => {
    const changed = problemsOf((event) =>
      event.kind === 'request-begun' ? { ...event, queuedUs: 0 } : event,
    );
    expect(changed.join('\n')).toContain('workers and queue over TCP: ');
  });
});
