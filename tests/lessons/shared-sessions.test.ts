/** Lessons shared-store and session-cookie show T10 to T13. Expected: docs/lessons.md. */
import { describe, expect, it } from 'vitest';
import sessionCookie from '../../src/lessons/session-cookie/lesson.ts';
import sharedStore from '../../src/lessons/shared-store/lesson.ts';
import { SESSION_STORE } from '../../src/simulation/cluster.ts';
import {
  answerTo,
  headersOf,
  memoryOf,
  type Seen,
  seenAt,
  seenAtClosing,
  usersOn,
} from '../support/lesson-scenes.ts';

function storeCommandsOf(request: string, { events }: Seen): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-sent' &&
    event.message.request === request &&
    event.message.body.kind === 'store-command'
      ? [event.message.body.name]
      : [],
  );
}

describe('the lesson of the shared store', () => {
  it('T10: the store has the session, and no server has anything', () => {
    const seen = seenAt(sharedStore, 'one-notebook');
    expect(storeCommandsOf('client/1', seen)).toEqual(['SET']);
    expect(usersOn(SESSION_STORE, seen)).toEqual(['mina']);
    for (const server of ['server-1', 'server-2', 'server-3']) expect(memoryOf(server, seen)).toEqual([]);
  });

  it('T10: a server that has just joined answers at once, after the crash of the only other one', () => {
    const seen = seenAt(sharedStore, 'any-server');
    expect(seen.exchanges).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-2 200 mina',
    ]);
    expect(storeCommandsOf('client/2', seen)).toContain('GET');
  });

  it('T11a: out of reach 503, and the data is there when it returns', () => {
    expect(seenAt(sharedStore, 'unreachable').exchanges).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-1 503 sessions-unavailable',
      'client/3 GET /me: server-1 200 mina',
    ]);
  });

  it('T11b: restarted without persistence, everybody 401', () => {
    expect(seenAt(sharedStore, 'restarted').exchanges.slice(2).sort()).toEqual([
      'client-2/2 GET /me: server-1 401 unknown-session',
      'client/2 GET /me: server-1 401 unknown-session',
    ]);
  });

  it('T11c: when the primary dies before its copy, only the newest login is lost', () => {
    const seen = seenAt(sharedStore, 'newest-lost');
    expect(seen.exchanges.slice(0, 2)).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client-2/1 POST /login: server-1 200 jun',
    ]);
    expect(seen.exchanges.slice(3)).toEqual([
      'client-2/2 GET /me: server-1 401 unknown-session',
      'client/3 GET /me: server-1 200 mina',
    ]);
  });

  it('T11d: evicted for want of room, that user 401 and no other', () => {
    const seen = seenAt(sharedStore, 'evicted');
    expect(seen.exchanges.at(-1)).toBe('client/2 GET /me: server-1 401 unknown-session');
    expect(usersOn(SESSION_STORE, seen)).toEqual(['jun']);
  });

  it('closes with a crash that a store survives, and a server’s own memory does not', () => {
    expect(seenAtClosing(sharedStore).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client/2 GET /me: server-2 200 mina',
      'client/2 GET /me: server-2 401 unknown-session',
    ]);
  });
});

describe('the lesson of the session’s life', () => {
  it('begins with the ID in a cookie, out of the reach of scripts, and the session in the store', () => {
    const seen = seenAt(sessionCookie, 'issued');
    expect(headersOf(answerTo('client/2', seen), 'Set-Cookie')).toEqual([
      expect.stringMatching(/^sid=[^;]+; .*HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(usersOn(SESSION_STORE, seen)).toEqual(['mina']);
  });

  it('T12: a logout deletes it, and takes the cookie back', () => {
    const seen = seenAt(sessionCookie, 'logged-out');
    expect(storeCommandsOf('client/4', seen)).toContain('DEL');
    expect(headersOf(answerTo('client/4', seen), 'Set-Cookie')).toEqual([
      expect.stringContaining('Max-Age=0'),
    ]);
    expect([usersOn(SESSION_STORE, seen), memoryOf('client', seen)]).toEqual([[], []]);
  });

  it('T12: the old ID, replayed, is worth nothing', () => {
    const seen = seenAt(sessionCookie, 'replayed');
    expect(memoryOf('client-2', seen)).toMatchObject([{ kind: 'cookie', name: 'sid' }]);
    expect(seen.exchanges.at(-1)).toMatch(/^client-2\/1 GET \/me: server-\d 401 unknown-session$/);
  });

  it('T12: the server ends an idle session, and one that is too old although in use', () => {
    const seen = seenAt(sessionCookie, 'timeouts');
    expect(seen.exchanges.slice(2)).toEqual([
      'client/2 GET /me: server-1 200 mina',
      'client-2/2 GET /me: server-1 401 expired-session',
      'client/3 GET /me: server-1 200 mina',
      'client/4 GET /me: server-1 401 expired-session',
    ]);
  });

  it('T13: without renewal the attacker is the victim, with renewal not', () => {
    const fates = ['planted', 'renewed'].map((scene) => seenAt(sessionCookie, scene).exchanges);
    for (const fate of fates) expect(fate).toContain('client-2/2 POST /login: server-1 200 mina');
    expect(fates.map((fate) => fate.at(-1))).toEqual([
      'client/3 GET /me: server-1 200 mina',
      'client/3 GET /me: server-1 401 unknown-session',
    ]);
  });

  it('closes with a thief whom a logout stops if there is a session, and not if there is a token', () => {
    expect(seenAtClosing(sessionCookie).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client-2/1 GET /me: server-1 401 unknown-session',
      'client-2/1 GET /me: server-1 200 mina',
    ]);
  });
});
