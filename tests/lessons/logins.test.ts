/** Lessons about sessions in servers show T5 to T9. Expected: docs/lessons.md. */
import { describe, expect, it } from 'vitest';
import loginCrash from '../../src/lessons/login-crash/lesson.ts';
import replication from '../../src/lessons/replication/lesson.ts';
import roundRobin from '../../src/lessons/round-robin/lesson.ts';
import sticky from '../../src/lessons/sticky/lesson.ts';
import { arrivalsOf } from '../support/exchanges.ts';
import {
  answerTo,
  headersOf,
  memoryOf,
  seenAfter,
  seenAt,
  seenAtClosing,
  seenAtOpening,
  usersOn,
} from '../support/lesson-scenes.ts';

describe('the lesson of the login and the crash', () => {
  it('opens with an anonymous session, before its first response', () => {
    const seen = seenAtOpening(loginCrash);
    expect(seen.exchanges).toEqual([]);
    expect(usersOn('server-1', seen)).toEqual([null]);
  });

  it('T5: starts with an anonymous session, and its cookie', () => {
    const seen = seenAt(loginCrash, 'anonymous');
    expect(usersOn('server-1', seen)).toEqual([null]);
    expect(headersOf(answerTo('client/1', seen), 'Set-Cookie')).toHaveLength(1);
  });

  it('T5: a login destroys that session, creates another under a new ID, and sets its cookie', () => {
    const [before] = headersOf(answerTo('client/1', seenAt(loginCrash, 'anonymous')), 'Set-Cookie');
    const seen = seenAt(loginCrash, 'logged-in');
    const [after] = headersOf(answerTo('client/2', seen), 'Set-Cookie');
    expect(usersOn('server-1', seen)).toEqual(['mina']);
    expect(after).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    expect(after).not.toBe(before);
    // The database checks the password, and its memory doesn't change.
    expect(seen.events).toContainEqual(
      expect.objectContaining({
        kind: 'message-delivered',
        message: expect.objectContaining({ from: 'server-1', to: 'database', request: 'client/2' }),
      }),
    );
    expect(memoryOf('database', seen)).toEqual([]);
  });

  it('T5b: a server that crashes before it stores anything causes a failed request, and no lost session', () => {
    const seen = seenAfter(loginCrash, 'failed-login');
    expect(seen.exchanges.slice(0, 2)).toEqual([
      'client/1 POST /login: load-balancer 502 connection-reset',
      'client/2 POST /login: server-2 200 mina',
    ]);
    expect(seen.events.filter((event) => event.kind === 'remembered' && event.node === 'server-1')).toEqual(
      [],
    );
  });

  it('T6: after the crash the client gets a 401, its cookie dangles, and Server 2 stores nothing', () => {
    const seen = seenAt(loginCrash, 'session-lost');
    expect(seen.exchanges.at(-1)).toBe('client/4 GET /me: server-2 401 unknown-session');
    expect(usersOn('server-2', seen)).toEqual([]);
    expect(memoryOf('client', seen)).toMatchObject([{ kind: 'cookie', name: 'sid' }]);
    expect(headersOf(answerTo('client/4', seen), 'Set-Cookie')).toEqual([]);
  });

  it('T6: the client logs in again at Server 2, and gets a new ID', () => {
    const seen = seenAt(loginCrash, 'logged-in-again');
    expect(seen.exchanges.slice(-2)).toEqual([
      'client/4+1 POST /login: server-2 200 mina',
      'client/4+2 GET /me: server-2 200 mina',
    ]);
    const [before, after] = [seenAt(loginCrash, 'session-lost'), seen].map((each) =>
      memoryOf('client', each),
    );
    expect(after).not.toEqual(before);
  });

  it('T6: a request in flight ends in an error', () => {
    const seen = seenAt(loginCrash, 'in-flight');
    expect(seen.exchanges.at(-1)).toBe('client/3 POST /pay: load-balancer 502 connection-reset');
  });

  it('closes with a lost session and a surviving token', () => {
    expect(seenAtClosing(loginCrash).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client/4 GET /me: server-2 401 unknown-session',
      'client/4 GET /me: server-2 200 mina',
    ]);
  });
});

describe('the lesson of round robin', () => {
  it('T7: the user is logged in every other time, with no server down', () => {
    const seen = seenAt(roundRobin, 'every-other-time');
    expect(seen.exchanges).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-2 401 unknown-session',
      'client/3 GET /me: server-1 200 mina',
      'client/4 GET /me: server-2 401 unknown-session',
    ]);
    expect(seen.events.filter(({ kind }) => kind === 'node-crashed')).toEqual([]);
    for (const [scene, count] of [
      ['logged-in', 1],
      ['unknown', 2],
      ['known-again', 3],
    ] as const) {
      expect(seenAt(roundRobin, scene).exchanges).toEqual(seen.exchanges.slice(0, count));
    }
  });

  it('T2: a purchase is lost as well, without a crash', () => {
    const { conversation } = seenAt(roundRobin, 'shopping');
    expect(conversation.slice(2)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 422 ask product',
    ]);
  });

  it('closes with a store, which makes round robin harmless', () => {
    expect(seenAtClosing(roundRobin).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client/4 GET /me: server-2 401 unknown-session',
      'client/4 GET /me: server-2 200 mina',
    ]);
  });
});

describe('the lesson of sticky sessions', () => {
  it('T8: the load balancer sets a cookie of its own that names Server 1', () => {
    const seen = seenAt(sticky, 'bound');
    expect(memoryOf('client', seen)).toContainEqual(
      expect.objectContaining({ kind: 'cookie', name: 'lb', value: 'server-1' }),
    );
  });

  it('T8: the cookie returns the client to Server 1 despite round robin', () => {
    expect(seenAt(sticky, 'same-server').exchanges).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-1 200 mina',
      'client/3 GET /me: server-1 200 mina',
    ]);
  });

  it('T8: after a crash, the client is bound to another server, which has no session', () => {
    const seen = seenAt(sticky, 'session-lost');
    expect(seen.exchanges.at(-1)).toBe('client/4 GET /me: server-2 401 unknown-session');
    expect(memoryOf('client', seen)).toContainEqual(
      expect.objectContaining({ kind: 'cookie', name: 'lb', value: 'server-2' }),
    );
  });

  it('T8: a new server gets new clients only, so the load stays uneven', () => {
    const seen = seenAt(sticky, 'uneven');
    const served = arrivalsOf(seen.events).map((arrival) => arrival.replace(/\/\d+ /, ' '));
    const clientsOf = (server: string) => new Set(served.filter((each) => each.endsWith(server)));
    expect([...clientsOf('server-1')]).toEqual(
      expect.arrayContaining(['client server-1', 'client-2 server-1']),
    );
    expect([clientsOf('server-1').size, clientsOf('server-2').size]).toEqual([3, 1]);
  });

  it('T8: by source address, all clients behind one router use one server', () => {
    const seen = seenAt(sticky, 'one-address');
    const servers = arrivalsOf(seen.events).map((arrival) => arrival.split(' ')[1]);
    expect(servers).toHaveLength(3);
    expect(new Set(servers).size).toBe(1);
    expect(seen.run.scenario).toMatchObject({ servers: 3 });
  });

  it('closes with a crash that the store survives', () => {
    expect(seenAtClosing(sticky).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client/4 GET /me: server-2 401 unknown-session',
      'client/4 GET /me: server-2 200 mina',
    ]);
  });
});

describe('the lesson of replication', () => {
  const servers = ['server-1', 'server-2', 'server-3'];

  it('opens after the response and before the copies', () => {
    const seen = seenAtOpening(replication);
    expect(servers.map((server) => usersOn(server, seen))).toEqual([['mina'], [], []]);
  });

  it('T9: a login is copied to every other server, which multiplies memory', () => {
    const seen = seenAt(replication, 'copied');
    expect(servers.map((server) => usersOn(server, seen))).toEqual([['mina'], ['mina'], ['mina']]);
  });

  it('T9: a crash after the copy has no effect, and one before it has', () => {
    expect(
      ['crash-after-copy', 'crash-before-copy'].map((scene) => seenAt(replication, scene).exchanges[1]),
    ).toEqual(['client/2 GET /me: server-2 200 mina', 'client/2 GET /me: server-2 401 unknown-session']);
  });

  it('T3: with the note, the next server continues; without it, it asks “two of what?”', () => {
    expect(['handover', 'note-lost'].map((scene) => seenAt(replication, scene).conversation.at(-1))).toEqual([
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
      'server-2 -> client: 422 ask product',
    ]);
  });

  it('T9: an added server receives all sessions', () => {
    const seen = seenAt(replication, 'added');
    expect(usersOn('server-3', seen).sort()).toEqual(['jun', 'mina']);
  });

  it('closes with a crash before the copy, which the store survives', () => {
    expect(seenAtClosing(replication).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client/2 GET /me: server-2 401 unknown-session',
      'client/2 GET /me: server-2 200 mina',
    ]);
  });
});
