import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, RequestLine } from '../../src/simulation/applications/line.ts';
import { type ClusterEvent, type Command, clientId } from '../../src/simulation/cluster.ts';
import { OverwriteReader } from '../../src/simulation/losses/overwrites.ts';
import { headerOf } from '../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { type SessionWrites, sessionWrites } from '../../src/simulation/session.ts';
import { record } from '../../src/simulation/simulate.ts';
import { exchangesOf } from '../support/exchanges.ts';
import { scenario, scripted, whenSent } from '../support/scenario.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const addLaptop: RequestLine = { kind: 'add-to-cart', product: 'laptop' };
const addAmericano: RequestLine = { kind: 'add-to-cart', product: 'americano' };
const together: Line = { kind: 'at-once', lines: [addLaptop, addAmericano] };

/** Requests that are sent at once arrive at once, at a server each. */
function cluster(script: readonly Line[], writes: SessionWrites, given: Partial<ClusterScenario> = {}) {
  const { sessions, network } = scenario();
  return scripted(script, {
    strategy: 'shared-store',
    balancing: 'round-robin',
    sessions: { ...sessions, writes },
    network: { ...network, internet: { minUs: 20_000, maxUs: 20_000 } },
    ...given,
  });
}

function secondTab(line: Line, request: `${string}/${number}`, offsetUs = 0): Command {
  return {
    kind: 'instruct',
    nodes: ['client'],
    instruction: { kind: 'say', line, inParallel: true },
    moment: whenSent(request, offsetUs),
  };
}

function sentBy(events: readonly ClusterEvent[], client = clientId(1)) {
  return events.flatMap((event) =>
    event.kind === 'message-sent' && event.message.from === client ? [event] : [],
  );
}

function cartsTold(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'message-delivered' || event.message.to !== 'client') return [];
    const { body } = event.message;
    return body.kind === 'http-response' && body.body.includes('"cart"')
      ? [`${event.message.request} ${JSON.parse(body.body).cart.join(' ')}`]
      : [];
  });
}

function overwritesIn(events: readonly ClusterEvent[]) {
  const reader = new OverwriteReader();
  return events.flatMap((event) => reader.follow(event) ?? []);
}

it('a second tab that only waits sends nothing, and its next line is the first extra one', () => {
  const commands = [
    secondTab({ kind: 'wait', us: 1_000 }, 'client/1', 100_000),
    secondTab({ kind: 'visit' }, 'client/1', 200_000),
  ];
  const events = record(scripted([{ kind: 'visit' }]), commands);
  expect(sentBy(events).map(({ message }) => message.request)).toEqual(['client/1', 'client/1+1']);
});

describe('lines at once', () => {
  it('are sent at the same moment, each with a request of its own', () => {
    const sent = sentBy(record(cluster([together, { kind: 'cart' }], 'if-exists'), []));
    expect(sent.map(({ atUs, message }) => [message.request, atUs])).toEqual([
      ['client/1', 0],
      ['client/1+1', 0],
      ['client/2', expect.any(Number)],
    ]);
  });

  it('are all settled before the next line', () => {
    // Three times as long as a server has for the other one.
    const slow = cluster([together, { kind: 'cart' }], 'if-exists', {
      strategy: 'server-memory',
      balancing: 'first',
      capacity: { workers: 1, queueMax: 10 },
      timing: { ...scenario().timing, service: { kind: 'fixed', us: 400_000 } },
    });
    const events = record(slow, []);
    const settledUs = events.flatMap((event) => (event.kind === 'request-settled' ? [event.atUs] : []));
    const [, , next] = sentBy(events);
    expect(settledUs[1]).toBeGreaterThan(settledUs[0] ?? Number.NaN);
    expect(next?.atUs).toBe((settledUs[1] ?? Number.NaN) + 4_000_000);
  });

  it('carry the cookies that the browser had when they were sent (RFC 6265 §5.4)', () => {
    const events = record(cluster([together, { kind: 'cart' }], 'if-exists'), []);
    const cookies = sentBy(events).map(({ message: { body } }) =>
      body.kind === 'http-request' ? headerOf(body, 'Cookie') : undefined,
    );
    // Neither had a session, so each got one, and the later Set-Cookie is the one that stays.
    const set = events.flatMap((event) => {
      const isTold = event.kind === 'message-delivered' && event.message.to === 'client';
      const body = isTold ? event.message.body : undefined;
      return body?.kind === 'http-response' ? [headerOf(body, 'Set-Cookie')?.split(';')[0]] : [];
    });
    expect(cookies).toEqual([undefined, undefined, set[1]]);
    expect(new Set(set.slice(0, 2)).size).toBe(2);
  });

  it('settle once each over TCP, on connections of their own', () => {
    const events = record(cluster([logIn, together, { kind: 'cart' }], 'lock', { connections: 'tcp' }), []);
    const settled = events.flatMap((event) => (event.kind === 'request-settled' ? [event.request] : []));
    expect(settled.toSorted()).toEqual(['client/1', 'client/2', 'client/2+1', 'client/3']);
    const opened = events.filter(
      (event) =>
        event.kind === 'message-sent' &&
        event.message.body.kind === 'tcp-segment' &&
        event.message.from === 'client' &&
        event.message.body.control.join() === 'SYN',
    );
    expect(opened).toHaveLength(2);
  });
});

describe('a second tab', () => {
  it('sends its request while the first tab waits, and neither waits for the other', () => {
    const events = record(cluster([logIn, { kind: 'me' }, { kind: 'cart' }], 'if-exists'), [
      secondTab(addLaptop, 'client/2', 1_000),
    ]);
    const sent = sentBy(events).map(({ message, atUs }) => [message.request, atUs]);
    const [, [, meUs] = [], second] = sent;
    expect(second).toEqual(['client/2+1', Number(meUs) + 1_000]);
    expect(cartsTold(events).at(-1)).toBe('client/3 laptop');
  });
});

describe('two tabs that change one session at the same moment', () => {
  const script = [logIn, together, { kind: 'cart' }] as const;

  it.each(['if-exists', 'last-write-wins'] as const)('lose one change if writes are %s', (writes) => {
    const events = record(cluster(script, writes), []);
    const [overwrite, ...others] = overwritesIn(events);
    expect(others).toEqual([]);
    expect([overwrite?.writer, overwrite?.victim].toSorted()).toEqual(['client/2', 'client/2+1']);
    // Both were told that it's in the cart.
    const [one, other, last] = cartsTold(events);
    const isLaptopLost = overwrite?.victim === 'client/2';
    expect([one, other].toSorted()).toEqual(['client/2 laptop', 'client/2+1 americano']);
    expect(last).toBe(`client/3 ${isLaptopLost ? 'americano' : 'laptop'}`);
    expect(overwrite?.lost).toEqual({ conversation: { cart: [isLaptopLost ? 'laptop' : 'americano'] } });
  });

  it.each(['if-unchanged', 'lock'] as const)('keep both changes if writes are %s', (writes) => {
    const events = record(cluster(script, writes), []);
    expect(overwritesIn(events)).toEqual([]);
    expect(cartsTold(events).at(-1)).toMatch(/^client\/3 (laptop americano|americano laptop)$/);
  });

  it('lose one change in the memory of one server, too, while it waits for the database', () => {
    const memory = { strategy: 'server-memory', balancing: 'first' } as const;
    expect(overwritesIn(record(cluster(script, 'if-exists', memory), []))).toHaveLength(1);
    for (const writes of ['if-unchanged', 'lock'] as const) {
      const events = record(cluster(script, writes, memory), []);
      expect(overwritesIn(events)).toEqual([]);
      expect(cartsTold(events).at(-1)?.split(' ').toSorted()).toEqual(['americano', 'client/3', 'laptop']);
    }
  });

  it('get 409 after too many conflicts', () => {
    const many: Line = { kind: 'at-once', lines: Array.from({ length: 6 }, () => addLaptop) };
    const events = record(cluster([logIn, many, { kind: 'cart' }], 'if-unchanged', { servers: 6 }), []);
    const statuses = exchangesOf(events).map((line) => / (\d{3})( |$)/.exec(line)?.[1]);
    const added = statuses.slice(1, 7).filter((status) => status === '200').length;
    expect(statuses).toContain('409');
    // Who was told 200 finds it in the cart, and nobody else does.
    expect(cartsTold(events).at(-1)).toBe(
      `client/7 ${Array(added).fill('laptop').join(' ')}`.replace('/7', '/3'),
    );
  });
});

describe('a logout at the same moment as another request', () => {
  const lines: readonly RequestLine[] = [addLaptop, { kind: 'log-out' }];
  const thief: Line = { kind: 'hand-over', to: 'client-2' };

  function afterwards(writes: SessionWrites): {
    events: readonly ClusterEvent[];
    answer: string | undefined;
  } {
    const own = cluster([logIn, thief, { kind: 'at-once', lines }], writes);
    const [owner] = own.clients;
    if (owner === undefined) throw new Error('There is no client.');
    const other = { ...owner, script: [{ kind: 'me' }] as const, arrivesAtUs: 20_000_000 };
    const events = record({ ...own, clients: [owner, other] }, []);
    return { events, answer: exchangesOf(events).find((line) => line.startsWith('client-2/1')) };
  }

  it('is undone by the last write: the old cookie gives access again', () => {
    const { events, answer } = afterwards('last-write-wins');
    expect(overwritesIn(events)).toMatchObject([
      { kind: 'revived', writer: 'client/3', victim: 'client/3+1' },
    ]);
    expect(answer).toContain('200 mina');
  });

  it.each(['if-exists', 'if-unchanged', 'lock'] as const)('stays if writes are %s', (writes) => {
    const { events, answer } = afterwards(writes);
    expect(overwritesIn(events)).toEqual([]);
    expect(answer).toContain('401 unknown-session');
  });
});

describe('any number of tabs', () => {
  it('find in the cart what they were told, if writes are checked', () => {
    const anyTabs = fc.record({
      writes: fc.constantFrom(...sessionWrites),
      counts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      servers: fc.integer({ min: 1, max: 4 }),
      seed: fc.nat(),
      jitterUs: fc.integer({ min: 0, max: 3_000 }),
    });
    fc.assert(
      fc.property(anyTabs, ({ writes, counts, servers, seed, jitterUs }) => {
        const groups = counts.map(
          (count): Line => ({ kind: 'at-once', lines: Array(count).fill(addLaptop) }),
        );
        const internet = { minUs: 20_000, maxUs: 20_000 + jitterUs };
        const network = { ...scenario().network, internet };
        const events = record(
          cluster([logIn, ...groups, { kind: 'cart' }], writes, { servers, seed, network }),
          [],
        );
        const told = exchangesOf(events).filter(
          (line) => line.includes('POST /cart') && line.includes(' 200'),
        );
        const inCart = (cartsTold(events).at(-1) ?? '').split(' ').slice(1).length;
        const lost = overwritesIn(events);
        if (writes === 'if-unchanged' || writes === 'lock') {
          expect(lost).toEqual([]);
          expect(inCart).toBe(told.length);
        } else if (inCart < told.length) expect(lost.length).toBeGreaterThan(0);
        else expect(lost).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
