/** Traces T17 and T18. Outcomes come from the simulation alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import { type ClusterEvent, type Command, isServer, SESSION_STORE } from '../../../src/simulation/cluster.ts';
import type { Moment } from '../../../src/simulation/kernel/command.ts';
import { headerOf } from '../../../src/simulation/protocols/http.ts';
import { decodeToken } from '../../../src/simulation/protocols/token.ts';
import { type ClusterScenario, clients } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import type { TokenPolicy } from '../../../src/simulation/token-policy.ts';
import { memoriesAfter } from '../../support/node-memories.ts';
import { crash, whenAnswered, whenArrived, whenSent } from '../../support/scenario.ts';
import {
  fatesOf,
  instruct,
  keptInStore,
  logIn,
  logOut,
  me,
  messagesOf,
  SECOND_US,
  says,
  tokens,
  tokensGivenTo,
} from '../../support/token-runs.ts';

const MIDNIGHT_UNIX_S = Date.UTC(2026, 2, 2) / 1000;
const mina = { userId: 'mina', name: 'Mina', role: 'user' };
const anyId = expect.stringMatching(/^[0-9a-f]{32}$/);

/** Whether a response with this status leaves a server, or the load balancer, for this request. */
function isAnswer(event: ClusterEvent, request: string | null, status: number): boolean {
  if (event.kind !== 'message-sent' || event.message.request !== request) return false;
  const { body } = event.message;
  return body.kind === 'http-response' && body.status === status;
}

function refreshTokensGivenTo(client: string, events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'remembered' && event.node === client && event.item.kind === 'refresh-token'
      ? [event.item.token]
      : [],
  );
}

describe('T17, the end of a token', () => {
  it('is refused as an invalid token (RFC 6750 §3.1) once it has expired, and not before', () => {
    const events = record(says([logIn, me, me], { tokens: tokens({ lifetimeUs: 6 * SECOND_US }) }), []);
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

  it("doesn't come early when the key was replaced during the login", () => {
    // The server has asked the database and now writes the login to the store: 2,000 µs of work, 800 to 1,400 µs per query.
    const rotate = instruct(
      ['server-1'],
      { kind: 'rotate-key', kid: '2', keepsOld: false },
      whenArrived('client/1', 3_500),
    );
    const refreshed = tokens({ refreshLifetimeUs: 60 * SECOND_US });
    const events = record(says([logIn, me], { servers: 1, tokens: refreshed }), [rotate]);
    expect(fatesOf(events)).toEqual(['client/1 server-1: 200', 'client/2 server-1: 200']);
  });

  const shortLived = tokens({ lifetimeUs: 6 * SECOND_US, refreshLifetimeUs: 60 * SECOND_US });
  const storeDoes = (kind: 'crash' | 'restart', moment: Moment): Command => {
    return { kind, node: SESSION_STORE, moment };
  };

  it('is bridged by a refresh token, whose login the store keeps', () => {
    const events = record(says([logIn, me, me, me, me], { tokens: shortLived }), []);
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/2 server-1: 200',
      'client/3 server-1: 401 expired',
      'client/3+1 server-1: 200',
      'client/3+2 server-1: 200',
      'client/4 server-1: 200',
      'client/5 server-1: 401 expired',
      'client/5+1 server-1: 200',
      'client/5+2 server-1: 200',
    ]);
    const [first = '', ...more] = tokensGivenTo('client', events);
    const payloads = [first, ...more].map((token) => decodeToken(token)?.payload);
    expect(payloads).toHaveLength(3);
    expect(new Set(payloads.map((payload) => payload?.sub))).toEqual(new Set(['mina']));
    expect(new Set(payloads.map((payload) => payload?.sid)).size).toBe(1);
    expect(new Set(payloads.map((payload) => payload?.jti)).size).toBe(3);
    expect(keptInStore(events)).toEqual([[`login:${payloads[0]?.sid}`, { user: mina, secret: anyId }]]);
  });

  it('is bridged with the cart, the note and all, which only the former token has', () => {
    const script: readonly Line[] = [
      logIn,
      { kind: 'add-to-cart', product: 'laptop' },
      { kind: 'note', characters: 20 },
      { kind: 'wait', us: 20 * SECOND_US },
      me,
      { kind: 'cart' },
    ];
    const events = record(says(script, { tokens: shortLived }), []);
    const given = tokensGivenTo('client', events).map((token) => decodeToken(token)?.payload);
    expect(given.at(-1)).toMatchObject({ conversation: { cart: ['laptop'] }, note: expect.any(String) });
    const answer = events.findLast(
      (event) => event.kind === 'message-delivered' && event.message.to === 'client',
    );
    expect(JSON.stringify(answer)).toContain('laptop');
  });

  it('is bridged at once, so even a short token serves the request that was refused', () => {
    const brief = tokens({ lifetimeUs: 3 * SECOND_US, refreshLifetimeUs: 60 * SECOND_US });
    expect(fatesOf(record(says([logIn, me], { tokens: brief }), []))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-1: 401 expired',
      'client/2+1 server-1: 200',
      'client/2+2 server-1: 200',
    ]);
  });

  it('is bridged at any server, since none of them keeps the login', () => {
    const crashes = [crash('server-1', whenAnswered('client/1'))];
    expect(fatesOf(record(says([logIn, me, me], { tokens: shortLived }), crashes))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-2: 401 expired',
      'client/3+1 server-2: 200',
      'client/3+2 server-2: 200',
    ]);
  });

  it('is final when the store has lost the login; while the store is down, refreshing fails', () => {
    const restarts = [
      storeDoes('crash', whenAnswered('client/2')),
      storeDoes('restart', whenAnswered('client/2')),
    ];
    expect(fatesOf(record(says([logIn, me, me, me], { tokens: shortLived }), restarts)).slice(2)).toEqual([
      'client/3 server-1: 401 expired',
      'client/3+1 server-1: 400 invalid_grant',
      'client/3+2 server-1: 401 none-presented',
      'client/4 server-1: 401 none-presented',
    ]);
    const [crashes] = restarts;
    const down = record(
      says([logIn, me, me], { tokens: shortLived }),
      crashes === undefined ? [] : [crashes],
    );
    expect(fatesOf(down).slice(1)).toEqual([
      'client/2 server-1: 200',
      'client/3 server-1: 401 expired',
      'client/3+1 server-1: 503 sessions-unavailable',
      'client/3+2 server-1: 401 expired',
    ]);
  });

  it('leads to a new login for clients that log in again when their refresh token is refused', () => {
    const lines = [logIn, me, me];
    const events = record(
      says(lines, { clients: [clients(lines, { logsInAgain: true })], tokens: shortLived }),
      [storeDoes('crash', whenAnswered('client/2')), storeDoes('restart', whenAnswered('client/2'))],
    );
    expect(fatesOf(events).slice(2)).toEqual([
      'client/3 server-1: 401 expired',
      'client/3+1 server-1: 400 invalid_grant',
      'client/3+2 server-1: 200',
      'client/3+3 server-1: 200',
    ]);
  });

  it("can't be bridged at a server without the key, but can at one that has it", () => {
    const removed = instruct(['server-1'], { kind: 'remove-keys' }, whenAnswered('client/1'));
    const refresh: Line = { kind: 'refresh' };
    const two = { servers: 2, balancing: 'round-robin', tokens: shortLived } as const;
    expect(fatesOf(record(says([logIn, me, refresh, refresh], two), [removed])).slice(1)).toEqual([
      'client/2 server-2: 200',
      'client/3 server-1: 503 cannot-sign',
      'client/4 server-2: 200',
    ]);
  });

  it("doesn't exist under a strategy without tokens", () => {
    const strategies = ['server-memory', 'client-state'] as const;
    const fates = strategies.map((strategy) =>
      fatesOf(record(says([{ kind: 'refresh' }], { strategy }), [])),
    );
    expect(fates.flat()).toEqual(['client/1 server-1: 404 not-found', 'client/1 server-1: 404 not-found']);
  });

  it("comes for a refresh token that wasn't used in time", () => {
    const away = instruct(['client'], { kind: 'stay-away', forUs: 60 * SECOND_US }, whenAnswered('client/1'));
    expect(fatesOf(record(says([logIn, me], { tokens: shortLived }), [away])).slice(1)).toEqual([
      'client/2 server-1: 401 expired',
      'client/2+1 server-1: 400 invalid_grant',
      'client/2+2 server-1: 401 none-presented',
    ]);
  });

  /** The owner refreshes twice. In between, a thief uses the token that the first time replaced. */
  function stolen(policy: Partial<TokenPolicy> = {}) {
    const refresh: Line = { kind: 'refresh' };
    const lines: Line[] = [logIn, { kind: 'hand-over', to: 'client-2' }, refresh, refresh, me];
    const thiefRefreshes = instruct(
      ['client-2'],
      { kind: 'say', line: refresh },
      whenSent('client/3', SECOND_US / 2),
    );
    const given = says(lines, {
      clients: [clients(lines), clients([], { think: { kind: 'fixed', us: SECOND_US } })],
      tokens: { ...shortLived, lifetimeUs: 60 * SECOND_US, ...policy },
    });
    return record(given, [thiefRefreshes]);
  }

  it('comes for both parties when a stolen refresh token is used twice (RFC 9700 §4.14.2)', () => {
    const events = stolen();
    expect(fatesOf(events).slice(1)).toEqual([
      'client/3 server-1: 200',
      'client-2/1+1 server-1: 400 invalid_grant',
      'client/4 server-1: 400 invalid_grant',
      'client/5 server-1: 401 none-presented',
    ]);
    expect(keptInStore(events)).toEqual([]);
  });

  it('comes for nobody when the later use of a refresh token is only refused', () => {
    const events = stolen({ refreshReuse: 'refuse' });
    expect(fatesOf(events).slice(1)).toEqual([
      'client/3 server-1: 200',
      'client-2/1+1 server-1: 400 invalid_grant',
      'client/4 server-1: 200',
      'client/5 server-1: 200',
    ]);
    expect(keptInStore(events)).toHaveLength(1);
  });

  it('comes for nobody while the former refresh token has its time of grace', () => {
    const events = stolen({ refreshReuse: 'grace', graceUs: 2 * SECOND_US });
    expect(fatesOf(events).slice(1)).toEqual([
      'client/3 server-1: 200',
      'client-2/1+1 server-1: 200',
      'client/4 server-1: 200',
      'client/5 server-1: 200',
    ]);
    // The thief got the token that the owner had got, and not one more.
    expect(refreshTokensGivenTo('client-2', events).at(-1)).toBe(refreshTokensGivenTo('client', events)[1]);
  });

  it('comes for both parties after the time of grace', () => {
    const events = stolen({ refreshReuse: 'grace', graceUs: SECOND_US / 10 });
    expect(fatesOf(events).slice(2)).toEqual([
      'client-2/1+1 server-1: 400 invalid_grant',
      'client/4 server-1: 400 invalid_grant',
      'client/5 server-1: 401 none-presented',
    ]);
    expect(keptInStore(events)).toEqual([]);
  });

  it.each([
    ['refuse', ['client/2 200', 'client/2+1 400']],
    ['grace', ['client/2 200', 'client/2+1 200']],
  ] as const)('does not come when two tabs refresh at the same moment, under %s', (refreshReuse, answers) => {
    const refresh: Line = { kind: 'refresh' };
    const given = says([logIn, { kind: 'at-once', lines: [refresh, refresh] }], {
      balancing: 'round-robin',
      tokens: { ...shortLived, lifetimeUs: 60 * SECOND_US, refreshReuse },
    });
    const events = record(given, []);
    const fates = fatesOf(events).map((fate) =>
      fate
        .replace(/ server-\d:/, '')
        .slice(0, 14)
        .trim(),
    );
    expect(fates.slice(1).sort()).toEqual(answers);
    // The login goes on. Whether the tab that lost deletes the tokens of both is the page's affair.
    expect(keptInStore(events)).toHaveLength(1);
  });

  it('comes while the client is away', () => {
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

describe('T18, logging out while a thief has a copy', () => {
  /** Mina's token is stolen, then she logs out. The thief requests /me before and after. */
  const lines: Line[] = [logIn, { kind: 'hand-over', to: 'client-2' }, me, logOut, me];
  const theft = (changes: Partial<ClusterScenario> = {}) =>
    says(lines, { clients: [clients(lines), clients([])], ...changes });
  const thiefAsks = (moment: Moment) => instruct(['client-2'], { kind: 'say', line: me }, moment);
  const thieving = [thiefAsks(whenSent('client/3')), thiefAsks(whenAnswered('client/5'))];

  it("doesn't stop the thief", () => {
    expect(fatesOf(record(theft(), thieving))).toEqual([
      'client/1 server-1: 200',
      'client/3 server-1: 200',
      'client-2/1+1 server-1: 200',
      'client/4 server-1: 200',
      'client/5 server-1: 401 none-presented',
      'client-2/1+2 server-1: 200',
    ]);
  });

  it('stops the thief soon when tokens are short-lived', () => {
    const fates = fatesOf(record(theft({ tokens: tokens({ lifetimeUs: 14 * SECOND_US }) }), thieving));
    expect(fates.at(2)).toBe('client-2/1+1 server-1: 200');
    expect(fates.at(-1)).toBe('client-2/1+2 server-1: 401 expired');
  });

  it('stops the thief at once when servers look up revoked tokens, which is state in the store', () => {
    const events = record(theft({ tokens: tokens({ hasDenyList: true }) }), thieving);
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/3 server-1: 200',
      'client-2/1+1 server-1: 200',
      'client/4 server-1: 200',
      'client/5 server-1: 401 none-presented',
      'client-2/1+2 server-1: 401 revoked',
    ]);
    const [token = ''] = tokensGivenTo('client', events);
    const { jti, exp } = decodeToken(token)?.payload ?? {};
    const entries = memoriesAfter(events).on(SESSION_STORE);
    expect(entries).toMatchObject([{ kind: 'store-entry', entry: { key: `revoked:${jti}`, value: '1' } }]);
    // The entry is kept until the token would have expired, and for less than a second longer.
    const [item] = entries;
    const keptUs = item?.kind === 'store-entry' ? item.entry.expiresAtUs : Number.NaN;
    const expiryUs = (Number(exp) - MIDNIGHT_UNIX_S) * SECOND_US;
    expect(keptUs).toBeGreaterThanOrEqual(expiryUs);
    expect(keptUs).toBeLessThan(expiryUs + SECOND_US);
    // One more round trip to the store for each request with a token.
    expect(messagesOf('client/3', events)).toContain('server-1 > session-store store-command');
  });

  it('stops the thief at once at any time, after any server crashes', () => {
    const anyAsk = fc
      .integer({ min: 0, max: 8 * SECOND_US })
      .map((us) => thiefAsks(whenSent('client/4', us)));
    const anyCrash = fc
      .tuple(fc.constantFrom('server-1', 'server-2'), fc.integer({ min: 0, max: 8 * SECOND_US }))
      .map(([server, us]) => crash(server, whenSent('client/4', us)));
    const anyCommands = fc.tuple(fc.array(anyAsk, { maxLength: 4 }), fc.array(anyCrash, { maxLength: 2 }));
    fc.assert(
      fc.property(anyCommands, fc.nat(), ([asks, crashes], seed) => {
        const thief = clients([], { think: { kind: 'fixed', us: 0 } });
        const changes = { clients: [clients(lines), thief], tokens: tokens({ hasDenyList: true }), seed };
        const events = record(says(lines, changes), [...asks, ...crashes]);
        const loggedOut = events.findIndex((event) => isAnswer(event, 'client/4', 200));
        const arrived = new Set<string | null>();
        for (const event of loggedOut < 0 ? [] : events.slice(loggedOut)) {
          if (event.kind !== 'message-delivered' || !isServer(event.message.to)) continue;
          if (event.message.role === 'request') arrived.add(event.message.request);
        }
        const fooled = events.filter((event) =>
          [...arrived].some((request) => isAnswer(event, request, 200)),
        );
        expect(fooled.filter((event) => 'message' in event && event.message.to === 'client-2')).toEqual([]);
      }),
    );
  });

  it('stops the thief although servers accept tokens for a while after their expiry', () => {
    const short = tokens({ hasDenyList: true, lifetimeUs: 20 * SECOND_US, leewayUs: 60 * SECOND_US });
    const pause = (seconds: number): Line => ({ kind: 'wait', us: seconds * SECOND_US });
    const thief = clients([me, pause(20), me, pause(40), me], { arrivesAtUs: 10 * SECOND_US });
    for (const clockOffsetsUs of [[], [30 * SECOND_US, -30 * SECOND_US]]) {
      const plain = says([logIn, { kind: 'hand-over', to: 'client-2' }, logOut], {
        tokens: short,
        balancing: 'round-robin',
        servers: 2,
        clockOffsetsUs,
      });
      const events = record({ ...plain, clients: [...plain.clients, thief] }, []);
      const fates = fatesOf(events).filter((fate) => fate.startsWith('client-2/'));
      expect(fates).toHaveLength(3);
      for (const fate of fates) expect(fate).toMatch(/401 (revoked|expired)/);
    }
  });

  it('is undone when the store forgets: the thief is accepted again', () => {
    const restarts: Command[] = [
      { kind: 'crash', node: SESSION_STORE, moment: whenAnswered('client/5') },
      { kind: 'restart', node: SESSION_STORE, moment: whenAnswered('client/5', 1) },
    ];
    const policy = tokens({ hasDenyList: true });
    const last = (changes: Partial<ClusterScenario>) =>
      fatesOf(record(theft({ ...changes, tokens: policy }), [...thieving, ...restarts])).at(-1);
    expect(last({})).toBe('client-2/1+2 server-1: 200');
    expect(last({ store: { ...theft({}).store, isPersistent: true } })).toBe(
      'client-2/1+2 server-1: 401 revoked',
    );
  });

  it("rejects every token while the list can't be read", () => {
    const crashes: Command = { kind: 'crash', node: SESSION_STORE, moment: whenAnswered('client/1') };
    const events = record(says([logIn, me, me], { tokens: tokens({ hasDenyList: true }) }), [crashes]);
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/2 server-1: 503 sessions-unavailable',
      'client/3 server-1: 503 sessions-unavailable',
    ]);
  });

  it('ends the login, too, even with an expired token', () => {
    const policy = tokens({ lifetimeUs: 6 * SECOND_US, refreshLifetimeUs: 600 * SECOND_US });
    const events = record(says([logIn, me, logOut], { tokens: policy }), []);
    const expiredUs = 6 * SECOND_US;
    const loggedOut = events.find(
      (event) =>
        event.kind === 'request-reached' && event.request === 'client/3' && event.milestone === 'sent',
    );
    expect(loggedOut?.atUs).toBeGreaterThan(expiredUs);
    expect(fatesOf(events).at(-1)).toBe('client/3 server-1: 200');
    expect(keptInStore(events)).toEqual([]);
  });

  it('ends the login, too, although a thief has the refresh token', () => {
    const policy = tokens({ lifetimeUs: 14 * SECOND_US, refreshLifetimeUs: 600 * SECOND_US });
    const refreshes = instruct(
      ['client-2'],
      { kind: 'say', line: { kind: 'refresh' } },
      whenAnswered('client/5'),
    );
    const fates = fatesOf(record(theft({ tokens: policy }), [refreshes]));
    expect(fates.at(-1)).toBe('client-2/1+1 server-1: 400 invalid_grant');
  });
});
