/** Traces T14 to T18: they come out of the simulation, and nothing here tells it how they end. */
import fc from 'fast-check';
import { importJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/application/line.ts';
import type { ClusterEvent, Command } from '../../../src/simulation/cluster.ts';
import type { Instruction } from '../../../src/simulation/instruction.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { Moment } from '../../../src/simulation/kernel/command.ts';
import { isUserState } from '../../../src/simulation/memory.ts';
import { headerOf } from '../../../src/simulation/protocol/http.ts';
import type { KeyRing } from '../../../src/simulation/protocol/signing-key.ts';
import { decodeToken } from '../../../src/simulation/protocol/token.ts';
import type { Tampering } from '../../../src/simulation/protocol/token-tampering.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { anyCommands, anyScenario } from '../../support/arbitraries.ts';
import { conversationOf } from '../../support/conversation.ts';
import { crash, restart, scenario, whenAnswered, whenSent } from '../../support/scenario.ts';
import { shelvesAfter } from '../../support/shelves.ts';
import { fatesOf, tokensGivenTo } from '../../support/tokens.ts';

const SECOND_US = 1_000_000;
const MIDNIGHT_UNIX_S = Date.UTC(2026, 2, 2) / 1000;

const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const logOut: Line = { kind: 'log-out' };

function says(lines: readonly Line[], changes: Partial<ClusterScenario> = {}): ClusterScenario {
  return clusterScenario({ strategy: 'signed-token', clients: [clients(lines)], ...changes });
}

function instruct(nodes: readonly NodeId[], instruction: Instruction, moment: Moment): Command {
  return { kind: 'instruct', nodes, instruction, moment };
}

/** Mina logs in, does this to her token, and asks for the page of administrators. */
function afterTampering(...tamperings: readonly Tampering[]): string | undefined {
  const moment = whenAnswered('client/1');
  const commands = tamperings.map((tampering) => instruct(['client'], { kind: 'tamper', tampering }, moment));
  return fatesOf(record(says([logIn, { kind: 'admin' }]), commands))[1];
}

function messagesOf(request: string, events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-sent' && event.message.request === request
      ? [`${event.message.from} > ${event.message.to} ${event.message.body.kind}`]
      : [],
  );
}

function keyRingOn(node: NodeId, events: readonly ClusterEvent[]): KeyRing | undefined {
  const item = shelvesAfter(events)
    .on(node)
    .find(({ kind }) => kind === 'key-ring');
  return item?.kind === 'key-ring' ? item.ring : undefined;
}

describe('T14, a login with a token', () => {
  const events = record(says([logIn, me]), []);
  const [token = ''] = tokensGivenTo('client', events);

  it('asks the database once, at the login; whoever has the token is let in without a look-up', () => {
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

  it('gives a token that any other tool verifies, with issuer, audience, subject, role, times and ID', async () => {
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
      jti: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('leaves the servers with a key, and with nothing that is known of a user', () => {
    const items = ['server-1', 'server-2', 'server-3'].map((node) => shelvesAfter(events).on(node));
    expect(items.map((on) => on.map(({ kind }) => kind))).toEqual([['key-ring'], ['key-ring'], ['key-ring']]);
  });

  it('is carried in the Authorization header, and handed out where no cache keeps it (RFC 6749 §5.1)', () => {
    const bodies = events.flatMap((event) => (event.kind === 'message-sent' ? [event.message.body] : []));
    const asked = bodies.find((body) => body.kind === 'http-request' && body.target === '/me');
    expect(asked?.kind === 'http-request' && headerOf(asked, 'Authorization')).toBe(`Bearer ${token}`);
    const answered = bodies.find((body) => body.kind === 'http-response' && body.body.includes(token));
    expect(answered?.kind === 'http-response' && headerOf(answered, 'Cache-Control')).toBe('no-store');
  });
});

describe('a purchase under signed tokens', () => {
  it('is understood by any server although the customer says only what is new', () => {
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

  it('stands in the token, which is another one after each answer', () => {
    const tokens = tokensGivenTo('client', record(scenario({ strategy: 'signed-token' }), []));
    expect(tokens.map((token) => decodeToken(token)?.payload.conversation)).toEqual([
      { product: 'laptop' },
      { product: 'laptop', quantity: 2 },
      { product: 'laptop', quantity: 2, payment: 'card' },
    ]);
    expect(new Set(tokens.map((token) => decodeToken(token)?.payload.jti)).size).toBe(3);
  });
});

describe('T15, tokens and servers that come and go', () => {
  it('are good at every server, after a crash and a restart, too', () => {
    const commands = [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/3')),
    ];
    expect(fatesOf(record(says([logIn, me, me, me, me]), commands))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-2: 200',
      'client/4 server-1: 200',
      'client/5 server-1: 200',
    ]);
    expect(fatesOf(record(says([logIn, me, me, me], { balancing: 'round-robin' }), []))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-3: 200',
      'client/4 server-1: 200',
    ]);
  });

  const add: Command = { kind: 'add', node: 'server-3', moment: whenAnswered('client/1') };
  const two = { servers: 2, balancing: 'round-robin' } as const;

  it('are good at a new server at once', () => {
    expect(fatesOf(record(says([logIn, me, me, me], two), [add]))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-3: 200',
      'client/4 server-1: 200',
    ]);
  });

  it('are worth nothing at a new server without the key, which cannot log anybody in either', () => {
    const removeKeys = instruct(['server-3'], { kind: 'remove-keys' }, add.moment);
    expect(fatesOf(record(says([logIn, me, me, me, me, logIn], two), [add, removeKeys]))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-3: 401 unknown-key',
      'client/4 server-1: 200',
      'client/5 server-2: 200',
      'client/6 server-3: 503 sessions-unavailable',
    ]);
  });

  it('stay worth nothing there after a restart: what is on its disk is all it knows', () => {
    const removeKeys = instruct(['server-1'], { kind: 'remove-keys' }, whenAnswered('client/1'));
    const again = [
      crash('server-1', whenAnswered('client/2')),
      restart('server-1', whenAnswered('client/2', 1)),
    ];
    expect(fatesOf(record(says([logIn, me, me]), [removeKeys, ...again])).slice(1)).toEqual([
      'client/2 server-1: 401 unknown-key',
      'client/3 server-1: 401 unknown-key',
    ]);
  });
});

describe('T16, a token that was tampered with', () => {
  it('does not make anybody an administrator', () => {
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

  it('is good again when what was changed is changed back', () => {
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

describe('T17, the end of a token', () => {
  it('is refused as an invalid token (RFC 6750 §3.1) once it has expired, and not before', () => {
    const events = record(says([logIn, me, me], { tokens: { lifetimeUs: 6 * SECOND_US } }), []);
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/2 server-1: 200',
      'client/3 server-1: 401 expired',
    ]);
    const challenges = events.flatMap((event) =>
      event.kind === 'message-delivered' && event.message.body.kind === 'http-response'
        ? [headerOf(event.message.body, 'WWW-Authenticate')]
        : [],
    );
    expect(challenges.at(-1)).toBe(
      'Bearer realm="statescope", error="invalid_token", error_description="expired"',
    );
  });

  it('comes for those who stay away', () => {
    const away = instruct(
      ['client'],
      { kind: 'stay-away', forUs: 600 * SECOND_US },
      whenAnswered('client/2'),
    );
    expect(fatesOf(record(says([logIn, me, me]), [away]))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-1: 200',
      'client/3 server-1: 401 expired',
    ]);
  });
});

describe('T18, logging out, and a thief with a copy', () => {
  /** Mina's token is stolen, then she logs out; the thief asks who they are, before and after. */
  const lines: Line[] = [logIn, { kind: 'hand-over', to: 'client-2' }, me, logOut, me];
  const theft = (changes: Partial<ClusterScenario> = {}) =>
    says(lines, { clients: [clients(lines), clients([])], ...changes });
  const thiefAsks = (moment: Moment) => instruct(['client-2'], { kind: 'say', line: me }, moment);
  const thieving = [thiefAsks(whenSent('client/3')), thiefAsks(whenAnswered('client/5'))];
  const everyServer = ['server-1', 'server-2', 'server-3'];

  it('ends nothing for the thief', () => {
    expect(fatesOf(record(theft(), thieving))).toEqual([
      'client/1 server-1: 200',
      'client/3 server-1: 200',
      'client-2/1+1 server-1: 200',
      'client/4 server-1: 200',
      'client/5 server-1: 401 none-presented',
      'client-2/1+2 server-1: 200',
    ]);
  });

  it('ends soon for the thief when tokens are short-lived', () => {
    const fates = fatesOf(record(theft({ tokens: { lifetimeUs: 14 * SECOND_US } }), thieving));
    expect(fates.at(2)).toBe('client-2/1+1 server-1: 200');
    expect(fates.at(-1)).toBe('client-2/1+2 server-1: 401 expired');
  });

  it('ends for everybody with a new key that replaces the old one, and for nobody when both are kept', () => {
    const rotate = (keepsOld: boolean) =>
      instruct(everyServer, { kind: 'rotate-key', kid: '2', keepsOld }, whenAnswered('client/1'));
    const run = (keepsOld: boolean) =>
      fatesOf(record(says([logIn, me, logIn, me]), [rotate(keepsOld)])).map((fate) => fate.split(': ')[1]);
    expect(run(false)).toEqual(['200', '401 unknown-key', '200', '200']);
    expect(run(true)).toEqual(['200', '200', '200', '200']);
  });

  it('signs with the new key from then on', () => {
    const rotate = instruct(
      everyServer,
      { kind: 'rotate-key', kid: '2', keepsOld: true },
      whenAnswered('client/1'),
    );
    const events = record(says([logIn, logIn]), [rotate]);
    expect(tokensGivenTo('client', events).map((token) => decodeToken(token)?.header.kid)).toEqual([
      '1',
      '2',
    ]);
    const rings = everyServer.map((node) => keyRingOn(node, events));
    expect(new Set(rings.map((ring) => JSON.stringify(ring))).size).toBe(1);
    expect(rings[0]?.verification.map(({ kid }) => kid)).toEqual(['2', '1']);
  });
});

describe('whatever is crashed when', () => {
  it('no server knows anything of a user', () => {
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
