/**
 * The load balancer's profiles. Expected are outcomes of HAProxy 2.6 and nginx 1.22 with the same stories, with times
 * in order of magnitude only.
 */
import { describe, expect, it } from 'vitest';
import { serverByHash } from '../../src/simulation/actors/address-hashing.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import {
  type AddressHash,
  type BalancerConduct,
  type BalancerProfile,
  balancerProfiles,
  profileOf,
} from '../../src/simulation/balancer.ts';
import { type ClusterEvent, type Command, isServer, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import { headerOf } from '../../src/simulation/protocols/http.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { crash, restart, scenario, whenAnswered, whenArrived, whenSent } from '../support/scenario.ts';

const SECOND_US = 1_000_000;
const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const pay: Line = { kind: 'pay', amountWon: 30_000, hasIdempotencyKey: false };

/** Clients that wait longer than any retry, and health checks that notice nothing in time. */
function story(
  script: readonly Line[],
  conduct: Partial<BalancerConduct> & { readonly profile: BalancerProfile },
  changes: Partial<ClusterScenario> = {},
): ClusterScenario {
  const { profile, ...rest } = conduct;
  const plain = scenario({ balancing: 'round-robin', ...changes });
  return {
    ...plain,
    balancer: { ...balancerProfiles[profile], connectTimeoutUs: SECOND_US, ...rest },
    clients: [clients(script, { think: { kind: 'fixed', us: SECOND_US } })],
    timing: {
      ...plain.timing,
      healthIntervalUs: 60 * SECOND_US,
      clientTimeoutUs: 30 * SECOND_US,
      serverTimeoutUs: 2 * SECOND_US,
      ...changes.timing,
    },
  };
}

interface Told {
  readonly text: string;
  /** Rounded to whole seconds. */
  readonly seconds: number;
}

/** What the client is told of each request, by whom, and after how long. */
function told(events: readonly ClusterEvent[]): readonly Told[] {
  const sentAtUs = new Map<string, number>();
  return events.flatMap((event): Told[] => {
    if (event.kind === 'request-reached' && event.milestone === 'sent')
      sentAtUs.set(event.request, event.atUs);
    if (event.kind === 'connection-reset' && event.message.from === 'client')
      return [{ text: 'closed', seconds: 0 }];
    if (event.kind !== 'message-delivered' || event.message.to !== 'client') return [];
    const { body, request } = event.message;
    if (body.kind !== 'http-response') return [];
    const seconds = Math.round((event.atUs - (sentAtUs.get(request ?? '') ?? 0)) / SECOND_US);
    return [{ text: `${headerOf(body, 'X-Served-By') ?? 'balancer'} ${body.status}`, seconds }];
  });
}

function texts(of: ClusterScenario, commands: readonly Command[] = []): readonly string[] {
  return told(record(of, commands)).map(({ text }) => text);
}

function charges(events: readonly ClusterEvent[]): number {
  return events.filter((event) => event.kind === 'remembered' && event.item.kind === 'charge').length;
}

describe('round robin with a server that is down, unnoticed', () => {
  const script = [logIn, me, me, me];
  const dead = [crash('server-1', whenAnswered('client/1'))];

  it.each([
    ['ideal', ['server-1 200', 'server-2 401', 'server-3 401', 'server-2 401'], 0],
    ['haproxy', ['server-1 200', 'server-2 401', 'server-3 401', 'balancer 503'], 3],
    ['haproxy-redispatch', ['server-1 200', 'server-2 401', 'server-3 401', 'server-2 401'], 0],
    ['nginx', ['server-1 200', 'server-2 401', 'server-3 401', 'server-2 401'], 0],
  ] as const)('%s', (profile, expected, seconds) => {
    const seen = told(record(story(script, { profile }), dead));
    expect(seen.map(({ text }) => text)).toEqual(expected);
    expect(seen.at(-1)?.seconds).toBe(seconds);
  });

  it('is found out again after ten seconds under nginx', () => {
    const events = record(story(Array(14).fill(me), { profile: 'nginx' }), [
      crash('server-1', whenSent('client/1')),
    ]);
    const tried = events.flatMap((event) =>
      event.kind === 'message-refused' && event.message.from === LOAD_BALANCER ? [event.atUs] : [],
    );
    expect(tried).toHaveLength(2);
    expect(Math.floor(((tried[1] ?? 0) - (tried[0] ?? 0)) / SECOND_US)).toBeGreaterThanOrEqual(10);
  });
});

describe('a client that a cookie binds to a server that is down, unnoticed', () => {
  const dead = [crash('server-1', whenAnswered('client/1'))];
  it.each([
    ['ideal', 'server-2 401', 0],
    ['haproxy', 'balancer 503', 3],
    ['haproxy-redispatch', 'server-2 401', 2],
  ] as const)('%s', (profile, expected, seconds) => {
    const [, second] = told(record(story([logIn, me], { profile }, { balancing: 'cookie' }), dead));
    expect(second).toEqual({ text: expected, seconds });
  });

  it('returns with its server when the cookie is not reissued', () => {
    const commands = [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/2')),
    ];
    const of = (reissuesCookie: boolean) =>
      texts(story([me, me, me], { profile: 'ideal', reissuesCookie }, { balancing: 'cookie' }), commands);
    expect(of(false)).toEqual(['server-1 401', 'server-2 401', 'server-1 401']);
    expect(of(true)).toEqual(['server-1 401', 'server-2 401', 'server-2 401']);
  });

  it('is bound anew after a restart of a load balancer with a table', () => {
    const commands = [
      crash(LOAD_BALANCER, whenAnswered('client/1')),
      restart(LOAD_BALANCER, whenAnswered('client/1', 1)),
    ];
    const others = { clients: [clients([me, me])] };
    const of = (binding: 'cookie' | 'table') => {
      const base = story([me, me, me], { profile: 'ideal', binding }, { balancing: 'cookie', ...others });
      return texts(
        { ...base, clients: [...base.clients, clients([me], { arrivesAtUs: 3 * SECOND_US })] },
        commands,
      );
    };
    expect(new Set(of('cookie'))).toEqual(new Set(['server-1 401']));
    expect(of('table')).toHaveLength(3);
  });
});

describe('a process that is killed after the charge, before its response', () => {
  const killed = (line: 1 | 2) => [crash('server-1', whenArrived(`client/${line}`, 6_000))];
  const busy = { balancing: 'first' as const };

  it.each([
    ['ideal', 'balancer 502', 'server-2 401'],
    ['haproxy', 'balancer 502', 'balancer 502'],
    ['nginx', 'balancer 502', 'server-2 401'],
  ] as const)('%s: a POST and a GET on a fresh connection', (profile, post, get) => {
    const slow = {
      ...busy,
      timing: { ...scenario().timing, replyUs: 20_000, healthIntervalUs: 60 * SECOND_US },
    };
    const posted = record(story([pay], { profile }, slow), killed(1));
    expect(told(posted).map(({ text }) => text)).toEqual([post]);
    expect(charges(posted)).toBe(1);
    expect(texts(story([me], { profile }, slow), killed(1))).toEqual([get]);
  });

  it('HAProxy closes a connection that was used before, without a response', () => {
    const slow = {
      ...busy,
      timing: { ...scenario().timing, replyUs: 20_000, healthIntervalUs: 60 * SECOND_US },
    };
    expect(texts(story([me, pay], { profile: 'haproxy' }, slow), killed(2))).toContain('closed');
  });
});

describe('a frozen process', () => {
  const frozen: Command[] = [
    { kind: 'freeze', node: 'server-1', moment: whenSent('client/1') },
    { kind: 'thaw', node: 'server-1', moment: whenAnswered('client/1', SECOND_US / 2) },
  ];

  it.each([
    ['ideal', 'balancer 504', 'balancer 504'],
    ['haproxy', 'balancer 504', 'balancer 504'],
    ['nginx', 'balancer 504', 'server-2 401'],
  ] as const)('%s: a POST times out, and is executed after the thaw', (profile, post, get) => {
    const events = record(story([pay, me], { profile }, { balancing: 'first' }), frozen);
    const answered = events.findIndex((event) => event.kind === 'request-settled');
    expect(told(events)[0]).toEqual({ text: post, seconds: 2 });
    expect([charges(events.slice(0, answered)), charges(events)]).toEqual([0, 1]);
    expect(texts(story([me], { profile }, { balancing: 'first' }), frozen)).toEqual([get]);
  });
});

describe('a machine that goes dark', () => {
  const dark: Command[] = [{ kind: 'crash', node: 'server-1', how: 'machine', moment: whenSent('client/2') }];

  it.each([
    ['ideal', 'server-2 401', 1],
    ['haproxy', 'balancer 503', 4],
    ['haproxy-redispatch', 'server-2 401', 1],
    ['nginx', 'server-2 401', 1],
  ] as const)('%s waits for its connect timeout', (profile, expected, seconds) => {
    const balancing = profile === 'ideal' || profile === 'nginx' ? 'first' : 'round-robin';
    const base = story([me, me], { profile }, { balancing, servers: 2 });
    const on1 = balancing === 'first' ? dark : [{ ...dark[0], node: 'server-2' } as Command];
    const [, second] = told(record(base, on1));
    const text = balancing === 'first' ? expected : expected.replace('server-2', 'server-1');
    expect(second).toEqual({ text, seconds });
  });

  it('answers 504 to what was in flight', () => {
    const slow = { timing: { ...scenario().timing, service: { kind: 'fixed' as const, us: SECOND_US / 2 } } };
    const of = story([pay], { profile: 'haproxy' }, slow);
    const commands: Command[] = [
      { kind: 'crash', node: 'server-1', how: 'machine', moment: whenArrived('client/1', 1_000) },
    ];
    expect(texts(of, commands)).toEqual(['balancer 504']);
  });
});

describe('an operator', () => {
  const setState = (state: 'drain' | 'maint' | 'ready', moment: Command['moment']): Command => ({
    kind: 'instruct',
    nodes: [LOAD_BALANCER],
    instruction: { kind: 'set-server-state', server: 'server-1', state },
    moment,
  });
  const sticky = story([logIn, me, me], { profile: 'haproxy' }, { balancing: 'cookie' });

  it('drains a server: its clients stay, and others go elsewhere', () => {
    const two = { ...sticky, clients: [...sticky.clients, clients([me], { arrivesAtUs: 3 * SECOND_US })] };
    const events = record(two, [setState('drain', whenAnswered('client/1'))]);
    expect(told(events).map(({ text }) => text)).toEqual(['server-1 200', 'server-1 200', 'server-1 200']);
    const newcomer = events.find(
      (event) => event.kind === 'message-delivered' && event.message.to === 'client-2',
    );
    expect(JSON.stringify(newcomer)).not.toContain('server-1');
  });

  it('puts a server into maintenance: its clients are bound anew', () => {
    expect(texts(sticky, [setState('maint', whenAnswered('client/1'))])).toEqual([
      'server-1 200',
      'server-2 401',
      'server-2 401',
    ]);
  });

  it('has closed a server for the load balancer that restarts, too', () => {
    const moment = whenAnswered('client/1');
    const restarted = [crash(LOAD_BALANCER, moment), restart(LOAD_BALANCER, moment)];
    expect(texts(sticky, [setState('maint', moment), ...restarted])).toEqual([
      'server-1 200',
      'server-2 401',
      'server-2 401',
    ]);
  });

  it('opens a server again: newcomers reach it, and what the load balancer remembers of it is deleted', () => {
    const late = story([me, me], { profile: 'haproxy' }, { balancing: 'first' });
    const given = [
      setState('maint', whenAnswered('client/1')),
      setState('ready', whenAnswered('client/1', SECOND_US / 2)),
    ];
    const serversOf = (commands: readonly Command[]) =>
      texts(late, commands).map((text) => text.split(' ')[0]);
    expect(serversOf(given.slice(0, 1))).toEqual(['server-1', 'server-2']);
    expect(serversOf(given)).toEqual(['server-1', 'server-1']);
    const marks = record(late, given).flatMap((event) =>
      (event.kind === 'remembered' || event.kind === 'forgot') && event.node === LOAD_BALANCER
        ? [`${event.kind} ${event.key}`]
        : [],
    );
    expect(marks).toHaveLength(2);
    expect(marks.map((mark) => mark.split(' ')[0])).toEqual(['remembered', 'forgot']);
    expect(new Set(marks.map((mark) => mark.split(' ')[1])).size).toBe(1);
  });
});

describe('equally busy servers', () => {
  it.each([
    ['ideal', ['server-1 401', 'server-1 401', 'server-1 401', 'server-1 401']],
    ['nginx', ['server-1 401', 'server-2 401', 'server-3 401', 'server-1 401']],
  ] as const)('%s', (profile, expected) => {
    expect(texts(story([me, me, me, me], { profile }, { balancing: 'least-connections' }))).toEqual(expected);
  });
});

describe('a server that has just come back', () => {
  it('gets a growing share while its slow start lasts', () => {
    const of = story(Array(80).fill(me), {
      profile: 'ideal',
      slowStartUs: 60 * SECOND_US,
      checksHealth: true,
    });
    const slow = {
      ...of,
      servers: 2,
      timing: { ...of.timing, healthIntervalUs: 100_000, healthFailuresMax: 1 },
    };
    const seen = texts(slow, [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', SECOND_US / 2)),
    ]);
    const shareOf = (from: number, to: number) =>
      seen.slice(from, to).filter((text) => text.startsWith('server-1')).length / (to - from);
    expect(shareOf(1, 15)).toBeLessThan(0.25);
    expect(shareOf(1, 15)).toBeLessThan(shareOf(20, 50));
    expect(shareOf(64, 80)).toBe(0.5);
  });
});

describe('a hash of the address', () => {
  const addresses = Array.from({ length: 600 }, (_, index) => `10.${index % 30}.${index % 7}.${index}`);
  const three = ['server-1', 'server-2', 'server-3'];
  const placed = (hash: AddressHash, isUp: (server: string) => boolean, all = three) =>
    addresses.map((address) => serverByHash(hash, address, all, isUp));
  const moved = (hash: AddressHash) => {
    const before = placed(hash, () => true);
    const after = placed(hash, (server) => server !== 'server-2');
    const own = before.filter((server) => server === 'server-2').length;
    return { own, all: before.filter((server, index) => server !== after[index]).length };
  };

  it.each(['rendezvous', 'consistent', 'network'] as const)('moves only its own addresses (%s)', (hash) => {
    const { own, all } = moved(hash);
    expect(all).toBe(own);
  });

  it('moves two thirds of all addresses when it is map-based', () => {
    expect(moved('map').all / addresses.length).toBeCloseTo(2 / 3, 1);
  });

  it('gives all clients of one network one server, as ip_hash does', () => {
    const of24 = Array.from({ length: 30 }, (_, index) =>
      serverByHash('network', `192.0.2.${index}`, three, () => true),
    );
    expect(new Set(of24).size).toBe(1);
  });

  it('spreads people in different networks, and keeps those behind one router together', () => {
    const serversOf = (sharesAddress: boolean) => {
      const plain = clusterScenario({
        strategy: 'server-memory',
        balancing: 'source-address',
        balancer: balancerProfiles.nginx,
        clients: [clients([{ kind: 'visit' }], { count: 30, sharesAddress })],
      });
      return new Set(
        record(plain, []).flatMap((event) =>
          event.kind === 'message-sent' && isServer(event.message.to) && event.message.request !== null
            ? [event.message.to]
            : [],
        ),
      );
    };
    expect(serversOf(false).size).toBe(3);
    expect(serversOf(true).size).toBe(1);
  });

  it('matches nginx for a known address', () => {
    // 127.0.0.x with three servers: ((89·113+127)%6271 → 4078; ·113 %6271 → 3033; ·113 %6271 → 4095) % 3 = 0.
    const byHand = [127, 0, 0].reduce((hash, octet) => (hash * 113 + octet) % 6271, 89) % 3;
    expect(serverByHash('network', '127.0.0.9', three, () => true)).toBe(three[byHand]);
  });
});

describe('a profile', () => {
  it('is recognised by its switches, and a mixture is none', () => {
    for (const [name, conduct] of Object.entries(balancerProfiles))
      expect(profileOf({ ...conduct })).toBe(name);
    expect(profileOf({ ...balancerProfiles.nginx, failsMax: 3 })).toBeNull();
  });
});
