/** Lessons double-payment, scale-out and stale-failback show T25 to T27. Expected: docs/lessons.md. */
import { describe, expect, it } from 'vitest';
import doublePayment from '../../src/lessons/double-payment/lesson.ts';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import scaleOut from '../../src/lessons/scale-out/lesson.ts';
import staleFailback from '../../src/lessons/stale-failback/lesson.ts';
import { DATABASE, SESSION_STORE } from '../../src/simulation/cluster.ts';
import { exchangesOf } from '../support/exchanges.ts';
import {
  answerTo,
  memoryOf,
  type Seen,
  seenAfter,
  seenAt,
  seenAtClosing,
  seenAtOpening,
  usersOn,
} from '../support/lesson-scenes.ts';

function chargesIn(seen: Seen): number[] {
  return memoryOf(DATABASE, seen).flatMap((item) => (item.kind === 'charge' ? [item.charge.amountWon] : []));
}

describe('the lesson of the double payment', () => {
  it('opens with the customer logged in and nothing charged', () => {
    const seen = seenAtOpening(doublePayment);
    expect(seen.exchanges).toEqual(['client/1 POST /login: server-1 200 jun']);
    expect(chargesIn(seen)).toEqual([]);
  });

  it('T25: the server charges and crashes before it responds, so the client cannot know', () => {
    const seen = seenAt(doublePayment, 'nobody-knows');
    expect(seen.exchanges.at(-1)).toBe('client/2 POST /pay: load-balancer 502 connection-reset');
    expect(chargesIn(seen)).toEqual([50_000]);
  });

  it.each(['charged-twice', 'stateless-too'])('T25: %s: an automatic retry charges twice', (scene) => {
    const seen = seenAt(doublePayment, scene);
    expect(seen.exchanges.at(-1)).toMatch(/^client\/2 POST \/pay: server-2 200/);
    expect(chargesIn(seen)).toEqual([50_000, 50_000]);
  });

  it('T25: a browser that repeats a POST on its own charges twice, and the page sees one 200', () => {
    const seen = seenAt(doublePayment, 'sent-again');
    expect(seen.exchanges.filter((each) => each.startsWith('client/2 '))).toEqual([
      'client/2 POST /pay: server-2 200',
    ]);
    expect(JSON.parse(answerTo('client/2', seen).body)).toMatchObject({ charge: 2 });
    expect(chargesIn(seen)).toEqual([50_000, 50_000]);
  });

  it('T25: with an idempotency key, the second request gets the first one’s result', () => {
    const seen = seenAt(doublePayment, 'idempotency-key');
    expect(chargesIn(seen)).toEqual([50_000]);
    expect(JSON.parse(answerTo('client/2', seen).body)).toMatchObject({ charge: 1, isFirst: false });
  });

  it('closes with one payment on both sides, under either strategy', () => {
    expect(seenAtClosing(doublePayment).map(chargesIn)).toEqual([[50_000], [50_000]]);
  });

  it('closes where the session is gone on one side, and makes no difference to the payment', () => {
    expect(seenAtClosing(doublePayment).map(({ exchanges }) => exchanges.slice(-2))).toEqual([
      ['client/2 POST /pay: server-2 200', 'client/3 GET /me: server-2 401 unknown-session'],
      ['client/2 POST /pay: server-2 200', 'client/3 GET /me: server-2 200 jun'],
    ]);
  });
});

describe('the lesson of scaling out', () => {
  /** Number of answered requests by server, and number of 401 responses. */
  function served({ exchanges }: Seen) {
    const by: Record<string, number> = {};
    for (const line of exchanges) {
      const server = /: (server-\d)/.exec(line)?.[1] ?? 'none';
      by[server] = (by[server] ?? 0) + 1;
    }
    return { by, refused: exchanges.filter((line) => line.includes(' 401 ')).length };
  }

  it('T26: one server serves all clients', () => {
    expect(served(seenAt(scaleOut, 'one-server'))).toEqual({ by: { 'server-1': 20 }, refused: 0 });
  });

  it('T26: under server-memory, a new server has no sessions', () => {
    const seen = seenAt(scaleOut, 'knows-nothing');
    expect(seen.exchanges.at(-1)).toBe('client/4 GET /me: server-3 401 unknown-session');
    expect(memoryOf('server-3', seen)).toEqual([]);
  });

  it('T26: under sticky, old clients stay, and only new ones use new servers', () => {
    const { by, refused } = served(seenAfter(scaleOut, 'uneven'));
    expect(refused).toBe(0);
    const seen = seenAfter(scaleOut, 'uneven');
    const ofFirst = seen.exchanges.filter((line) => line.startsWith('client/'));
    expect(ofFirst.every((line) => line.includes('server-1'))).toBe(true);
    expect(Object.keys(by).length).toBeGreaterThan(1);
  });

  it('T26: under replicated, every server gets all sessions, so memory multiplies by the number of servers', () => {
    const seen = seenAfter(scaleOut, 'copies');
    expect(served(seen).refused).toBe(0);
    for (const server of ['server-1', 'server-2', 'server-3']) expect(usersOn(server, seen)).toHaveLength(4);
  });

  it('T26: under shared-store, no client is refused and servers stay stateless, at the cost of round trips', () => {
    const seen = seenAfter(scaleOut, 'one-store');
    expect(served(seen).refused).toBe(0);
    expect(usersOn('server-1', seen)).toEqual([]);
    expect(usersOn(SESSION_STORE, seen)).toHaveLength(4);
    const score = seen.run.scores.at(-1);
    expect((score?.storeRoundTrips ?? 0) / (score?.requestsSettled ?? 1)).toBeGreaterThan(1);
  });

  it('T26: under signed-token, no client is refused, and requests are larger', () => {
    const seen = seenAfter(scaleOut, 'nothing-to-share');
    expect(served(seen).refused).toBe(0);
    const bytes = (each: Seen) => each.run.scores.at(-1)?.clientBytes ?? 0;
    expect(bytes(seen)).toBeGreaterThan(bytes(seenAfter(scaleOut, 'one-store')));
  });

  it('closes with 401s on one side, and none on the other', () => {
    expect(seenAtClosing(scaleOut).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client/4 GET /me: server-3 401 unknown-session',
      'client/4 GET /me: server-3 200 mina',
    ]);
    const [own, token] = seenAtClosing(scaleOut).map(
      (seen) => served({ ...seen, exchanges: exchangesOf(seen.run.events) }).refused,
    );
    expect(own).toBeGreaterThan(5);
    expect(token).toBe(0);
  });
});

describe('the lesson of the old note', () => {
  const conversationAt = (scene: string) => seenAt(staleFailback, scene).conversation.slice(-2);

  it('T27: opens with the note on Server 1 and a copy on Server 2', () => {
    const seen = seenAtOpening(staleFailback);
    const notes = ['server-1', 'server-2'].map((server) =>
      memoryOf(server, seen).map((item) => item.kind === 'session' && item.session.data.conversation),
    );
    expect(notes).toEqual([[{ product: 'laptop' }], [{ product: 'laptop' }]]);
  });

  it('T27: Server 2 serves from its copy, and the cart grows', () => {
    expect(conversationAt('copy-serves')).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
    ]);
  });

  it('T27: Server 1 restarts, is updated and serves again, and the cart grows once more', () => {
    expect(conversationAt('back-and-updated')).toEqual([
      'client -> server-1: {"quantity":3}',
      'server-1 -> client: 200 3 laptop: 3000000 won, ask payment',
    ]);
  });

  it('T27: the copy to Server 2 is lost', () => {
    const seen = seenAt(staleFailback, 'copy-lost');
    expect(seen.events.at(-1)).toMatchObject({
      kind: 'message-lost',
      message: { from: 'server-1', to: 'server-2', body: { kind: 'session-copy' } },
    });
  });

  it('T27: Server 1 crashes, and Server 2 answers from its old copy', () => {
    expect(conversationAt('old-answer')).toEqual([
      'client -> server-2: {"payment":"card"}',
      'server-2 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });

  it('closes with the right answer from the single note', () => {
    const [, store] = seenAtClosing(staleFailback);
    expect(store.conversation.at(-1)).toBe('server-2 -> client: 200 3 laptop: 3000000 won paid by card');
  });
});

describe('the sandbox', () => {
  it('starts as described: one server for all clients behind one router', () => {
    const { run } = seenAt(sandbox, 'one-router');
    const served = run.events.flatMap((event) =>
      event.kind === 'message-delivered' &&
      event.message.to.startsWith('server-') &&
      /^client(-2)?\//.test(event.message.request ?? '')
        ? [event.message.to]
        : [],
    );
    expect(new Set(served).size).toBe(1);
  });

  it('has a lossy network with duplicates, but TCP still delivers everything in order', () => {
    const { run } = seenAt(sandbox, 'rough-network');
    expect(run.events.some(({ kind }) => kind === 'message-lost')).toBe(true);
    const heard = run.events.findLast(
      (event) => event.kind === 'remembered' && event.item.kind === 'tcp-stream',
    );
    expect(heard).toMatchObject({ item: { text: 'one\nREQUEST 1 two\n' } });
  });
});
