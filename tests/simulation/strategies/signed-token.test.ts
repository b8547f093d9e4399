/** Traces T14 and T16. Outcomes come from the simulation alone. */
import fc from 'fast-check';
import { importJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import { isUserState } from '../../../src/simulation/memory.ts';
import { headerOf } from '../../../src/simulation/protocols/http.ts';
import { decodeToken } from '../../../src/simulation/protocols/token.ts';
import type { Tampering } from '../../../src/simulation/protocols/token-tampering.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { anyCommands, anyScenario } from '../../support/arbitraries.ts';
import { conversationOf } from '../../support/conversation.ts';
import { memoriesAfter } from '../../support/node-memories.ts';
import { crash, scenario, whenAnswered, whenSent } from '../../support/scenario.ts';
import {
  fatesOf,
  instruct,
  keyRingOn,
  logIn,
  me,
  messagesOf,
  SECOND_US,
  says,
  tokensGivenTo,
} from '../../support/token-runs.ts';
import { anyTampering } from '../../support/tokens.ts';

const MIDNIGHT_UNIX_S = Date.UTC(2026, 2, 2) / 1000;
const anyId = expect.stringMatching(/^[0-9a-f]{32}$/);

/** Mina logs in, her token is tampered with, and she requests the page for administrators. */
function afterTampering(...tamperings: readonly Tampering[]): string | undefined {
  const moment = whenAnswered('client/1');
  const commands = tamperings.map((tampering) => instruct(['client'], { kind: 'tamper', tampering }, moment));
  return fatesOf(record(says([logIn, { kind: 'admin' }]), commands))[1];
}

describe('T14, a login with a token', () => {
  const events = record(says([logIn, me]), []);
  const [token = ''] = tokensGivenTo('client', events);

  it('asks the database once, at the login; later requests need no lookup', () => {
    expect(fatesOf(events)).toEqual(['client/1 server-1: 200', 'client/2 server-1: 200']);
    expect(messagesOf('client/1', events)).toEqual([
      'client > load-balancer http-request',
      'load-balancer > server-1 http-request',
      'server-1 > database account-query',
      'database > server-1 account-row',
      'server-1 > load-balancer http-response',
      'load-balancer > client http-response',
    ]);
    expect(messagesOf('client/2', events)).toEqual([
      'client > load-balancer http-request',
      'load-balancer > server-1 http-request',
      'server-1 > load-balancer http-response',
      'load-balancer > client http-response',
    ]);
  });

  it('issues a token that any other tool verifies, with issuer, audience, subject, role, times and ID', async () => {
    const [key] = keyRingOn('server-3', events)?.verification ?? [];
    const { payload, protectedHeader } = await jwtVerify(token, await importJWK({ ...key }), {
      algorithms: ['HS256'],
      issuer: 'https://login.example',
      audience: 'https://shop.example',
      currentDate: new Date(MIDNIGHT_UNIX_S * 1000),
    });
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT', kid: '1' });
    expect(payload).toEqual({
      iss: 'https://login.example',
      aud: 'https://shop.example',
      sub: 'mina',
      name: 'Mina',
      role: 'user',
      iat: MIDNIGHT_UNIX_S,
      exp: MIDNIGHT_UNIX_S + 600,
      jti: anyId,
    });
  });

  it('leaves the servers with a key and no user state', () => {
    const items = ['server-1', 'server-2', 'server-3'].map((node) => memoriesAfter(events).on(node));
    expect(items.map((on) => on.map(({ kind }) => kind))).toEqual([['key-ring'], ['key-ring'], ['key-ring']]);
  });

  it('travels in the Authorization header, and its response is never cached (RFC 6749 §5.1)', () => {
    const bodies = events.flatMap((event) => (event.kind === 'message-sent' ? [event.message.body] : []));
    const asked = bodies.find((body) => body.kind === 'http-request' && body.target === '/me');
    expect(asked?.kind === 'http-request' && headerOf(asked, 'Authorization')).toBe(`Bearer ${token}`);
    const answered = bodies.find((body) => body.kind === 'http-response' && body.body.includes(token));
    expect(answered?.kind === 'http-response' && headerOf(answered, 'Cache-Control')).toBe('no-store');
  });
});

describe('a purchase under signed tokens', () => {
  it("is understood by any server although each request contains only what's new", () => {
    const shopping = scenario({ strategy: 'signed-token', balancing: 'round-robin' });
    expect(conversationOf(record(shopping, [crash('server-2', whenAnswered('client/1'))]))).toEqual([
      'client -> server-1: {"product":"laptop"}',
      'server-1 -> client: 200 laptop: 1000000 won',
      'client -> server-3: {"quantity":2}',
      'server-3 -> client: 200 2 laptop: 2000000 won, ask payment',
      'client -> server-1: {"payment":"card"}',
      'server-1 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });

  it('is stored in the token, which changes with each response', () => {
    const tokens = tokensGivenTo('client', record(scenario({ strategy: 'signed-token' }), []));
    expect(tokens.map((token) => decodeToken(token)?.payload.conversation)).toEqual([
      { product: 'laptop' },
      { product: 'laptop', quantity: 2 },
      { product: 'laptop', quantity: 2, payment: 'card' },
    ]);
    expect(new Set(tokens.map((token) => decodeToken(token)?.payload.jti)).size).toBe(3);
  });
});

describe('T16, a tampered token', () => {
  it('makes no user an administrator', () => {
    expect(afterTampering()).toBe('client/2 server-1: 403 forbidden');
    const promoted: Tampering = { kind: 'set-claim', claim: 'role', value: 'admin' };
    expect(afterTampering(promoted)).toBe('client/2 server-1: 401 bad-signature');
    expect(afterTampering(promoted, { kind: 'set-algorithm', algorithm: 'none' })).toBe(
      'client/2 server-1: 401 algorithm-none',
    );
    expect(afterTampering(promoted, { kind: 'set-algorithm', algorithm: 'RS256' })).toBe(
      'client/2 server-1: 401 unknown-algorithm',
    );
    expect(afterTampering(promoted, { kind: 'sign-with-own-key' })).toBe(
      'client/2 server-1: 401 bad-signature',
    );
    expect(afterTampering({ kind: 'flip-signature-bit', bit: 17 })).toBe(
      'client/2 server-1: 401 bad-signature',
    );
  });

  it('is accepted for its original user or not at all, after any change at any time', () => {
    const lines: Line[] = [logIn, { kind: 'admin' }, logIn, { kind: 'admin' }];
    const anyCommand = fc
      .tuple(anyTampering, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 5 * SECOND_US }))
      .map(([tampering, line, offsetUs]) =>
        instruct(['client'], { kind: 'tamper', tampering }, whenSent(`client/${line}`, offsetUs)),
      );
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 5 }), (commands) => {
        for (const fate of fatesOf(record(says(lines), commands))) {
          expect(fate).toMatch(/^client\/[13] .*: 200$|^client\/[24] .*: (403 forbidden|401 .+)$/);
        }
      }),
    );
  });

  it('is valid again when the change is reverted', () => {
    expect(
      afterTampering(
        { kind: 'set-claim', claim: 'role', value: 'admin' },
        { kind: 'set-claim', claim: 'role', value: 'user' },
      ),
    ).toBe('client/2 server-1: 403 forbidden');
  });

  it('is refused by every server', () => {
    const commands = [
      instruct(
        ['client'],
        { kind: 'tamper', tampering: { kind: 'set-payload', payload: '{"sub":"root","role":"admin"}' } },
        whenAnswered('client/1'),
      ),
    ];
    expect(
      fatesOf(record(says([logIn, me, me, me], { balancing: 'round-robin' }), commands)).slice(1),
    ).toEqual([
      'client/2 server-2: 401 bad-signature',
      'client/3 server-3: 401 bad-signature',
      'client/4 server-1: 401 bad-signature',
    ]);
  });
});

describe('after any crashes', () => {
  it('no server keeps user state', () => {
    fc.assert(
      fc.property(anyScenario, anyCommands, (any, commands) => {
        const events = record({ ...any, strategy: 'signed-token' }, commands);
        const known = events.filter(
          (event) =>
            event.kind === 'remembered' && event.node.startsWith('server-') && isUserState(event.item),
        );
        expect(known).toEqual([]);
      }),
    );
  });
});
