/** Lessons double-payment, scale-out and stale-failback show T25 to T27. Expected: docs/lessons.md. */
import { describe, expect, it } from 'vitest';
import doublePayment from '../../src/lessons/double-payment/lesson.ts';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import scaleOut from '../../src/lessons/scale-out/lesson.ts';
import staleFailback from '../../src/lessons/stale-failback/lesson.ts';
import { DATABASE, SESSION_STORE } from '../../src/simulation/cluster.ts';
import {
  answerTo,
  memoryOf,
  type Seen,
  seenAt,
  seenAtClosing,
  seenAtOpening,
  usersOn,
} from '../support/lesson-scenes.ts';

function chargesIn(seen: Seen): number[] {
  return memoryOf(DATABASE, seen).flatMap((item) => (item.kind === 'charge' ? [item.charge.amountWon] : []));
}

describe('the lesson of the double payment', () => {
  it('opens where the customer is logged in and nothing has been charged', () => {
    const seen = seenAtOpening(doublePayment);
    expect(seen.exchanges).toEqual(['client/1 POST /login: server-1 200 jun']);
    expect(chargesIn(seen)).toEqual([]);
  });

  it('T25: the server charges and dies before it answers: the client cannot know', () => {
    const seen = seenAt(doublePayment, 'nobody-knows');
    expect(seen.exchanges.at(-1)).toBe('client/2 POST /pay: load-balancer 502 connection-reset');
    expect(chargesIn(seen)).toEqual([50_000]);
  });

  it.each(['charged-twice', 'stateless-too'])('T25: %s: an automatic retry charges twice', (scene) => {
    const seen = seenAt(doublePayment, scene);
    expect(seen.exchanges.at(-1)).toMatch(/^client\/2 POST \/pay: server-2 200/);
    expect(chargesIn(seen)).toEqual([50_000, 50_000]);
  });

  it('T25: under an idempotency key the second gets the result of the first', () => {
    const seen = seenAt(doublePayment, 'idempotency-key');
    expect(chargesIn(seen)).toEqual([50_000]);
    expect(JSON.parse(answerTo('client/2', seen).body)).toMatchObject({ charge: 1, isFirst: false });
  });

  it('closes with one payment on both sides, wherever the session was', () => {
    expect(seenAtClosing(doublePayment).map(chargesIn)).toEqual([[50_000], [50_000]]);
  });
});

describe('the lesson of scaling out', () => {
  /** By server, how many requests it answered; and how many answers were 401. */
  function served({ exchanges }: Seen) {
    const by: Record<string, number> = {};
    for (const line of exchanges) {
      const server = /: (server-\d)/.exec(line)?.[1] ?? 'none';
      by[server] = (by[server] ?? 0) + 1;
    }
    return { by, refused: exchanges.filter((line) => line.includes(' 401 ')).length };
  }

  it('T26: one server serves everybody', () => {
    expect(served(seenAt(scaleOut, 'one-server'))).toEqual({ by: { 'server-1': 20 }, refused: 0 });
  });

  it('T26: under server-memory a new server knows nothing', () => {
    const seen = seenAt(scaleOut, 'knows-nothing');
    expect(seen.exchanges.at(-1)).toBe('client/4 GET /me: server-3 401 unknown-session');
    expect(memoryOf('server-3', seen)).toEqual([]);
  });

  it('T26: under sticky old clients stay, only new ones go to new servers', () => {
    const { by, refused } = served(seenAt(scaleOut, 'uneven'));
    expect(refused).toBe(0);
    const seen = seenAt(scaleOut, 'uneven');
    const ofFirst = seen.exchanges.filter((line) => line.startsWith('client/'));
    expect(ofFirst.every((line) => line.includes('server-1'))).toBe(true);
    expect(Object.keys(by).length).toBeGreaterThan(1);
  });

  it('T26: under replicated every server gets all sessions, and memory is multiplied by the servers', () => {
    const seen = seenAt(scaleOut, 'copies');
    expect(served(seen).refused).toBe(0);
    for (const server of ['server-1', 'server-2', 'server-3']) expect(usersOn(server, seen)).toHaveLength(4);
  });

  it('T26: under shared-store nobody is refused, servers remember nobody, at round trips to the store', () => {
    const seen = seenAt(scaleOut, 'one-store');
    expect(served(seen).refused).toBe(0);
    expect(usersOn('server-1', seen)).toEqual([]);
    expect(usersOn(SESSION_STORE, seen)).toHaveLength(4);
    const score = seen.run.scores.at(-1);
    expect((score?.storeRoundTrips ?? 0) / (score?.requestsSettled ?? 1)).toBeGreaterThan(1);
  });

  it('T26: under signed-token nobody is refused, and requests are larger', () => {
    const seen = seenAt(scaleOut, 'nothing-to-share');
    expect(served(seen).refused).toBe(0);
    const bytes = (each: Seen) => each.run.scores.at(-1)?.clientBytes ?? 0;
    expect(bytes(seen)).toBeGreaterThan(bytes(seenAt(scaleOut, 'one-store')));
  });

  it('closes with 401s on one side, and none on the other', () => {
    const [own, token] = seenAtClosing(scaleOut).map((seen) => served(seen).refused);
    expect(own).toBeGreaterThan(5);
    expect(token).toBe(0);
  });
});

describe('the lesson of the old note', () => {
  const conversationAt = (scene: string) => seenAt(staleFailback, scene).conversation.slice(-2);

  it('T27: opens where Server 1 has the note and Server 2 a copy of it', () => {
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

  it('T27: Server 1 returns, is updated and serves again; the cart grows once more', () => {
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

  it('T27: Server 1 dies, and Server 2 answers with its old copy', () => {
    expect(conversationAt('old-answer')).toEqual([
      'client -> server-2: {"payment":"card"}',
      'server-2 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });

  it('closes with the right answer where there is one note for all', () => {
    const [, store] = seenAtClosing(staleFailback);
    expect(store.conversation.at(-1)).toBe('server-2 -> client: 200 3 laptop: 3000000 won paid by card');
  });
});

describe('the sandbox', () => {
  it('begins with what its words say: one server for all behind one router', () => {
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

  it('a rough network that loses and doubles, over which everything arrives in order all the same', () => {
    const { run } = seenAt(sandbox, 'rough-network');
    expect(run.events.some(({ kind }) => kind === 'message-lost')).toBe(true);
    const heard = run.events.findLast(
      (event) => event.kind === 'remembered' && event.item.kind === 'tcp-stream',
    );
    expect(heard).toMatchObject({ item: { text: 'one\nREQUEST 1 two\n' } });
  });
});
