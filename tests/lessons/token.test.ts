/** Lesson token shows T14 to T18. Expected: docs/lessons.md. */
import { describe, expect, it } from 'vitest';
import token from '../../src/lessons/token/lesson.ts';
import { SESSION_STORE } from '../../src/simulation/cluster.ts';
import { decodeToken } from '../../src/simulation/protocols/token.ts';
import {
  memoryOf,
  type Seen,
  seenAfter,
  seenAt,
  seenAtClosing,
  seenAtOpening,
} from '../support/lesson-scenes.ts';
import { messagesOf, tokensGivenTo } from '../support/token-runs.ts';

function storeKeys(seen: Seen): string[] {
  return memoryOf(SESSION_STORE, seen).flatMap((item) =>
    item.kind === 'store-entry' ? [item.entry.key.split(':')[0] ?? ''] : [],
  );
}

describe('the lesson of the token', () => {
  it('T14: opens with a token that identifies the user, and servers that have only a key', () => {
    const seen = seenAtOpening(token);
    const [given = ''] = tokensGivenTo('client', seen.events);
    expect(Object.keys(decodeToken(given)?.payload ?? {})).toEqual(
      expect.arrayContaining(['iss', 'aud', 'sub', 'role', 'iat', 'exp', 'jti']),
    );
    for (const server of ['server-1', 'server-2', 'server-3']) {
      expect(memoryOf(server, seen).map(({ kind }) => kind)).toEqual(['key-ring']);
    }
    expect(messagesOf('client/1', seen.events)).toContain('server-1 > database account-query');
  });

  it('T15: a crash and a change of server have no effect; a new server without the key refuses', () => {
    const seen = seenAt(token, 'any-server');
    expect(seen.exchanges).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-2 200 mina',
      'client/3 GET /me: server-3 401 unknown-key',
    ]);
    expect(messagesOf('client/2', seen.events).join()).not.toMatch(/database|store/);
  });

  it('T16: a changed role and the algorithm none get a 401 from every server', () => {
    expect(seenAt(token, 'tampered').exchanges.slice(1)).toEqual([
      'client/2 GET /admin: server-2 403 forbidden',
      'client/3 GET /admin: server-3 401 bad-signature',
      'client/4 GET /admin: server-1 401 algorithm-none',
      'client/5 GET /admin: server-2 200 mina',
    ]);
  });

  it('T16: the secret that signs the last one is the one in the memory of Server 1', () => {
    const seen = seenAt(token, 'tampered');
    const secrets = memoryOf('server-1', seen).flatMap((item) =>
      item.kind === 'key-ring' && item.ring.signing?.kty === 'oct' ? [item.ring.signing.k] : [],
    );
    const used = seen.run.commands.flatMap((command) =>
      command.kind === 'instruct' &&
      command.instruction.kind === 'tamper' &&
      command.instruction.tampering.kind === 'sign-with-leaked-key'
        ? [command.instruction.tampering.secret]
        : [],
    );
    expect(used).toEqual(secrets);
  });

  it('T17: an expired token gets a 401; the refresh token is checked against a server-side store', () => {
    const seen = seenAt(token, 'expired');
    expect(seen.exchanges.slice(1)).toEqual([
      'client/2 GET /me: server-2 200 mina',
      'client/3 GET /me: server-3 401 expired',
      'client/3+1 POST /refresh: server-1 200',
      'client/3+2 GET /me: server-2 200 mina',
    ]);
    expect(storeKeys(seen)).toEqual(['login']);
  });

  it('T18: ends a scene on the thief’s accepted request, after the logout', () => {
    expect(seenAt(token, 'stolen').exchanges.at(-1)).toMatch(/^client-2\/1\+1 GET \/me: server-\d 200 mina$/);
  });

  it('T18: after the logout, the thief’s copy is valid until it expires', () => {
    const told = seenAfter(token, 'stolen').exchanges.map((line) => line.replace(/server-\d /, ''));
    expect(told.slice(1)).toEqual([
      'client/3 POST /logout: 200',
      'client-2/1+1 GET /me: 200 mina',
      'client-2/1+2 GET /me: 401 expired',
    ]);
  });

  it('T18: a deny-list ends it at once, and is state in the store', () => {
    const seen = seenAt(token, 'deny-list');
    expect(seen.exchanges.at(-1)).toMatch(/^client-2\/1\+1 GET \/me: server-\d 401 revoked$/);
    expect(storeKeys(seen)).toEqual(['revoked']);
  });

  it('T18: a new key logs out no user while the old one is kept, and all users when it is not', () => {
    const told = seenAt(token, 'key-replaced').exchanges.map((line) => line.replace(/server-\d /, ''));
    expect(told.slice(2, 4).sort()).toEqual(['client-2/2 GET /me: 200 jun', 'client/2 GET /me: 200 mina']);
    expect(told.slice(4).sort()).toEqual([
      'client-2/3 GET /me: 401 unknown-key',
      'client/3 GET /me: 401 unknown-key',
    ]);
  });

  it('closes with a crash that loses a session and no token', () => {
    expect(seenAtClosing(token).map(({ exchanges }) => exchanges.at(-1))).toEqual([
      'client/2 GET /me: server-2 200 mina',
      'client/2 GET /me: server-2 401 unknown-session',
    ]);
  });
});
