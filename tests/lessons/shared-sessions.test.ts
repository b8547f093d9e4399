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
  seenAfter,
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
  it('T10: the store has the session, and the servers have none', () => {
    const seen = seenAt(sharedStore, 'one-notebook');
    expect(storeCommandsOf('client/1', seen)).toEqual(['SET']);
    expect(usersOn(SESSION_STORE, seen)).toEqual(['mina']);
    for (const server of ['server-1', 'server-2', 'server-3']) expect(memoryOf(server, seen)).toEqual([]);
  });

  it('T10: after the crash of the only other server, a newly added one answers at once', () => {
    const seen = seenAt(sharedStore, 'any-server');
    expect(seen.exchanges).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-2 200 mina',
    ]);
    expect(storeCommandsOf('client/2', seen)).toContain('GET');
  });

  it('T11a: an unreachable store causes 503s, and its data is still there afterwards', () => {
    expect(seenAfter(sharedStore, 'unreachable').exchanges).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-1 503 sessions-unavailable',
      'client/3 GET /me: server-1 200 mina',
    ]);
  });

  it('T11b: after a restart without persistence, every client gets a 401', () => {
    expect(seenAt(sharedStore, 'restarted').exchanges.slice(2).sort()).toEqual([
      'client-2/2 GET /me: server-1 401 unknown-session',
      'client/2 GET /me: server-1 401 unknown-session',
    ]);
  });

  it('T11c: when the primary crashes before it copies, only the newest login is lost', () => {
    const seen = seenAfter(sharedStore, 'newest-lost');
    expect(seen.exchanges.slice(0, 2)).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client-2/1 POST /login: server-1 200 jun',
    ]);
    expect(seen.exchanges.slice(3)).toEqual([
      'client-2/2 GET /me: server-1 401 unknown-session',
      'client/3 GET /me: server-1 200 mina',
    ]);
  });

  it('T11d: only the user whose session was evicted gets a 401', () => {
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
  it('starts with the ID in an HttpOnly cookie, and the session in the store', () => {
    const seen = seenAt(sessionCookie, 'issued');
    expect(headersOf(answerTo('client/2', seen), 'Set-Cookie')).toEqual([
      expect.stringMatching(/^sid=[^;]+; .*HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(usersOn(SESSION_STORE, seen)).toEqual(['mina']);
  });

  it('T12: a logout deletes the session and its cookie', () => {
    const seen = seenAt(sessionCookie, 'logged-out');
    expect(storeCommandsOf('client/4', seen)).toContain('DEL');
    expect(headersOf(answerTo('client/4', seen), 'Set-Cookie')).toEqual([
      expect.stringContaining('Max-Age=0'),
    ]);
    expect([usersOn(SESSION_STORE, seen), memoryOf('client', seen)]).toEqual([[], []]);
  });

  it('T12: the old ID is rejected when replayed', () => {
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

  it('T13: without a new ID at login the attacker is logged in as the victim, with one not', () => {
    const fates = ['planted', 'renewed'].map((scene) => seenAt(sessionCookie, scene).exchanges);
    for (const fate of fates) expect(fate).toContain('client-2/2 POST /login: server-1 200 mina');
    expect(fates.map((fate) => fate.at(-1))).toEqual([
      'client/3 GET /me: server-1 200 mina',
      'client/3 GET /me: server-1 401 unknown-session',
    ]);
  });

  it('closes with a thief whom a logout stops if there is a session, but not if there is a token', () => {
    expect(seenAtClosing(sessionCookie).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client-2/1 GET /me: server-1 401 unknown-session',
      'client-2/1 GET /me: server-1 200 mina',
    ]);
  });
});
