/** Sessions of users who log in: traces T5 to T8, T12 and T13 of the lessons. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { arrivalsOf, exchangesOf } from '../support/exchanges.ts';
import { memoriesAfter, upTo } from '../support/node-memories.ts';
import { crash, scenario, scripted, whenAnswered, whenArrived } from '../support/scenario.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const visit: Line = { kind: 'visit' };
const logOut: Line = { kind: 'log-out' };

const SECOND_US = 1_000_000;

function sessionsIn(node: string, events: Parameters<typeof upTo>[1]) {
  return memoriesAfter(events)
    .on(node)
    .flatMap((item) => (item.kind === 'session' ? [item.session] : []));
}

function cookieIn(node: string, events: Parameters<typeof upTo>[1]) {
  return memoriesAfter(events)
    .on(node)
    .flatMap((item) => (item.kind === 'cookie' && item.name === 'sid' ? [item.value] : []));
}

function awayFor(forUs: number): Command {
  const instruction = { kind: 'stay-away', forUs } as const;
  return { kind: 'instruct', nodes: ['client'], instruction, moment: whenAnswered('client/2') };
}

describe('T5: a login, with the session in a server’s memory', () => {
  const events = record(scripted([visit, logIn, me]), []);

  it('starts with an anonymous session and its cookie', () => {
    const [anonymous] = sessionsIn('server-1', upTo('client/1', events));
    expect(anonymous?.data).toEqual({});
    expect(cookieIn('client', upTo('client/1', events))).toEqual([anonymous?.id]);
  });

  it('replaces that session with one for the user, under a new ID', () => {
    const [anonymous] = sessionsIn('server-1', upTo('client/1', events));
    const after = sessionsIn('server-1', upTo('client/2', events));
    expect(after).toHaveLength(1);
    expect(after[0]?.data.user).toEqual({ userId: 'mina', name: 'Mina', role: 'user' });
    expect(after[0]?.id).not.toBe(anonymous?.id);
    expect(cookieIn('client', upTo('client/2', events))).toEqual([after[0]?.id]);
  });

  it('lets the database verify the password, and changes nothing there', () => {
    const asked = events.flatMap((event) =>
      event.kind === 'message-delivered' && event.message.body.kind === 'account-query'
        ? [event.message]
        : [],
    );
    expect(asked).toMatchObject([{ from: 'server-1', to: 'database', request: 'client/2' }]);
    expect(memoriesAfter(events).on('database')).toEqual([]);
  });

  it("sets an HttpOnly, Secure cookie that other sites can't send", () => {
    const cookies = events.flatMap((event) =>
      event.kind === 'message-delivered' &&
      event.message.request === 'client/2' &&
      event.message.to === 'client' &&
      event.message.body.kind === 'http-response'
        ? event.message.body.headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value)
        : [],
    );
    expect(cookies).toEqual([expect.stringMatching(/; HttpOnly; Secure; SameSite=Lax$/)]);
  });

  it('keeps no password and no password hash in any session', () => {
    expect(JSON.stringify(sessionsIn('server-1', events))).not.toMatch(/password|sunny/i);
  });

  it('lets the user in from then on', () => {
    expect(exchangesOf(events)).toEqual([
      'client/1 GET /: server-1 200',
      'client/2 POST /login: server-1 200 mina',
      'client/3 GET /me: server-1 200 mina',
    ]);
  });
});

describe('T5b: a server that dies before it stores anything', () => {
  const events = record(scripted([logIn, logIn, me]), [crash('server-1', whenArrived('client/1', 1_000))]);

  it('causes a failed request and no lost session: the client logs in again', () => {
    expect(exchangesOf(events)).toEqual([
      'client/1 POST /login: load-balancer 502 connection-reset',
      'client/2 POST /login: server-2 200 mina',
      'client/3 GET /me: server-2 200 mina',
    ]);
    expect(events.filter((event) => event.kind === 'remembered' && event.node === 'server-1')).toEqual([]);
  });
});

describe('T6: the server that knows the user dies', () => {
  const script = [visit, logIn, me, me];
  const commands = [crash('server-1', whenAnswered('client/3'))];

  it('the next server never had the session and returns 401; the cookie dangles', () => {
    const events = record(scripted(script), commands);
    expect(exchangesOf(events).at(-1)).toBe('client/4 GET /me: server-2 401 unknown-session');
    expect(sessionsIn('server-2', events)).toEqual([]);
    expect(cookieIn('client', events)).toHaveLength(1);
  });

  it('the client logs in again there, and gets a new ID', () => {
    const events = record(scripted(script, { client: { logsInAgain: true } }), commands);
    expect(exchangesOf(events).slice(3)).toEqual([
      'client/4 GET /me: server-2 401 unknown-session',
      'client/4+1 POST /login: server-2 200 mina',
      'client/4+2 GET /me: server-2 200 mina',
    ]);
    const [again] = sessionsIn('server-2', events);
    expect(cookieIn('client', events)).toEqual([again?.id]);
    expect(cookieIn('client', upTo('client/4', events))).not.toEqual([again?.id]);
  });

  it("a client that sends name and password with every request doesn't log in again", () => {
    const events = record(scripted(script, { strategy: 'client-state' }), commands);
    expect(exchangesOf(events).at(-1)).toBe('client/4 GET /me: server-2 200 mina');
  });
});

describe('T7: round robin over two servers, and no crash', () => {
  it('is logged in every other time', () => {
    const events = record(scripted([logIn, me, me, me], { servers: 2, balancing: 'round-robin' }), []);
    expect(exchangesOf(events)).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/2 GET /me: server-2 401 unknown-session',
      'client/3 GET /me: server-1 200 mina',
      'client/4 GET /me: server-2 401 unknown-session',
    ]);
  });
});

describe('T8: sticky sessions', () => {
  const script = [logIn, me, me, me];

  it('the load balancer’s own cookie brings the client back to its server', () => {
    const events = record(scripted(script, { strategy: 'sticky', balancing: 'round-robin' }), []);
    expect(arrivalsOf(events)).toEqual([1, 2, 3, 4].map((line) => `client/${line} server-1`));
    const cookies = memoriesAfter(events)
      .on('client')
      .flatMap((item) => (item.kind === 'cookie' ? [item.name] : []));
    expect(cookies.sort()).toEqual(['lb', 'sid']);
  });

  it('after a crash the client is bound to another server, which has no session', () => {
    const commands = [crash('server-1', whenAnswered('client/2'))];
    const events = record(scripted(script, { strategy: 'sticky', balancing: 'round-robin' }), commands);
    expect(exchangesOf(events).slice(2)).toEqual([
      'client/3 GET /me: server-2 401 unknown-session',
      'client/4 GET /me: server-2 401 unknown-session',
    ]);
  });

  it('a new server gets only new clients; the old ones stay with their servers', () => {
    const old = clients(script, { count: 2 });
    const late = clients([logIn, me], { count: 3, arrivesAtUs: 9 * SECOND_US });
    const events = record(
      scenario({ strategy: 'sticky', balancing: 'round-robin', servers: 2, clients: [old, late] }),
      [{ kind: 'add', node: 'server-3', moment: whenAnswered('client/2') }],
    );
    const serversOf = (client: string) => [
      ...new Set(
        arrivalsOf(events).flatMap((line) => (line.startsWith(`${client}/`) ? [line.split(' ')[1]] : [])),
      ),
    ];
    expect(['client', 'client-2'].flatMap(serversOf).sort()).toEqual(['server-1', 'server-2']);
    const newcomers = ['client-3', 'client-4', 'client-5'].flatMap(serversOf);
    expect(newcomers).toContain('server-3');
    expect(exchangesOf(events).filter((line) => line.includes('401'))).toEqual([]);
  });

  it('by source address, all clients behind one router go to one server', () => {
    const together = scenario({
      strategy: 'sticky',
      balancing: 'source-address',
      clients: [clients(script, { count: 6, sharesAddress: true })],
    });
    const apart = { ...together, clients: [clients(script, { count: 6 })] };
    const serversIn = (given: typeof together) =>
      new Set(arrivalsOf(record(given, [])).map((line) => line.split(' ')[1])).size;
    expect(serversIn(together)).toBe(1);
    expect(serversIn(apart)).toBeGreaterThan(1);
  });
});

describe('T12: logout and expiry', () => {
  it('a logout ends the session on the server and deletes the cookie', () => {
    const events = record(scripted([logIn, logOut, me]), []);
    expect(sessionsIn('server-1', upTo('client/2', events))).toEqual([]);
    expect(cookieIn('client', upTo('client/2', events))).toEqual([]);
    expect(exchangesOf(events).at(-1)).toBe('client/3 GET /me: server-1 401 none-presented');
  });

  it('the old ID is refused when a thief replays it', () => {
    const owner = clients([logIn, { kind: 'hand-over', to: 'client-2' }, logOut]);
    const thief = clients([visit, me], { think: { kind: 'fixed', us: 16 * SECOND_US } });
    const events = record(scenario({ clients: [owner, thief] }), []);
    expect(exchangesOf(events).at(-1)).toBe('client-2/2 GET /me: server-1 401 unknown-session');
  });

  it('before the logout the copy is as good as the original', () => {
    const owner = clients([logIn, { kind: 'hand-over', to: 'client-2' }]);
    const thief = clients([visit, me], { think: { kind: 'fixed', us: 16 * SECOND_US } });
    const events = record(scenario({ clients: [owner, thief] }), []);
    expect(exchangesOf(events).at(-1)).toBe('client-2/2 GET /me: server-1 200 mina');
  });

  it.each<[StrategyId, string]>([
    ['server-memory', '401 expired-session'],
    ['sticky', '401 expired-session'],
    ['client-state', '200 mina'],
  ])('under %s a user who was away for longer than the idle timeout gets %s', (strategy, answer) => {
    const events = record(scripted([visit, logIn, me], { strategy }), [awayFor(120 * SECOND_US)]);
    expect(exchangesOf(events).at(-1)).toBe(`client/3 GET /me: server-1 ${answer}`);
  });

  it('an absolute timeout ends even a session that is in use', () => {
    const sessions = { ...scenario().sessions, idleUs: 60 * SECOND_US, absoluteUs: 10 * SECOND_US };
    const events = record(scripted([logIn, me, me, me], { sessions }), []);
    expect(exchangesOf(events).map((line) => line.split(': ')[1])).toEqual([
      'server-1 200 mina',
      'server-1 200 mina',
      'server-1 200 mina',
      'server-1 401 expired-session',
    ]);
  });
});

describe('T13: session fixation', () => {
  const attacker = clients([visit, { kind: 'hand-over', to: 'client-2' }, me], {
    think: { kind: 'fixed', us: 3 * SECOND_US },
  });
  const victim = clients([visit, logIn]);
  const attack = (renewsIdAtLogin: boolean) => {
    const sessions = { ...scenario().sessions, renewsIdAtLogin };
    return record(scenario({ sessions, clients: [attacker, victim] }), []);
  };

  it('without renewal, the attacker who planted the ID is logged in as the victim', () => {
    expect(exchangesOf(attack(false)).at(-1)).toBe('client/3 GET /me: server-1 200 mina');
  });

  it('with renewal, the planted ID gives no access', () => {
    expect(exchangesOf(attack(true)).at(-1)).toBe('client/3 GET /me: server-1 401 unknown-session');
  });
});
