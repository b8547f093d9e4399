/** What a client sees while servers fail, and which server the load balancer picks. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancingOf, balancingPolicies } from '../../../src/simulation/actors/balancing.ts';
import { serverForAddress } from '../../../src/simulation/actors/rendezvous-hashing.ts';
import type { Line } from '../../../src/simulation/applications/line.ts';
import type { Command } from '../../../src/simulation/cluster.ts';
import { clients } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { sticky } from '../../../src/simulation/strategies/sticky/descriptor.ts';
import { arrivalsOf, exchangesOf } from '../../support/exchanges.ts';
import {
  crash,
  restart,
  scenario,
  scripted,
  whenAnswered,
  whenArrived,
  whenSent,
} from '../../support/scenario.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const pay: Line = { kind: 'pay', amountWon: 1_000, hasIdempotencyKey: false };

/** A client that thinks for less time than health checks need to detect a crash. */
const hasty = { think: { kind: 'fixed', us: 100_000 } } as const;

describe('a request after a crash', () => {
  it('goes to the next server before health checks detect the crash: refused, so nothing was sent', () => {
    const events = record(scripted([pay, pay], { client: hasty }), [
      crash('server-1', whenAnswered('client/1')),
    ]);
    expect(exchangesOf(events)).toEqual([
      'client/1 POST /pay: server-1 200',
      'client/2 POST /pay: server-2 200',
    ]);
    expect(events.filter(({ kind }) => kind === 'message-refused')).toHaveLength(1);
  });

  it('goes straight to the next server once health checks have detected the crash', () => {
    const events = record(scripted([pay, pay]), [crash('server-1', whenAnswered('client/1'))]);
    expect(exchangesOf(events).at(-1)).toBe('client/2 POST /pay: server-2 200');
    const refused = events.filter((event) => event.kind === 'message-refused' && !event.background);
    expect(refused).toEqual([]);
  });

  it("in flight during the crash gets a 502, unless it's safe to repeat", () => {
    const inFlight = [crash('server-1', whenArrived('client/1', 500))];
    expect(exchangesOf(record(scripted([pay]), inFlight))).toEqual([
      'client/1 POST /pay: load-balancer 502 connection-reset',
    ]);
    expect(exchangesOf(record(scripted([{ kind: 'visit' }]), inFlight))).toEqual([
      'client/1 GET /: server-2 200',
    ]);
  });

  it('of every server gets a 503', () => {
    const all = ['server-1', 'server-2', 'server-3'].map((node) => crash(node, whenAnswered('client/1')));
    expect(exchangesOf(record(scripted([pay, pay, pay], { client: hasty }), all)).slice(1)).toEqual([
      'client/2 POST /pay: load-balancer 503 no-server',
      'client/3 POST /pay: load-balancer 503 no-server',
    ]);
  });

  it('gets a 502 or a 504, and no 503, when no other server can take what one may have executed', () => {
    const visit: Line = { kind: 'visit' };
    const inFlight = [crash('server-1', whenArrived('client/1', 500))];
    expect(exchangesOf(record(scripted([visit], { servers: 1 }), inFlight))).toEqual([
      'client/1 GET /: load-balancer 502 connection-reset',
    ]);
    const given = scripted([visit]);
    const conduct = { ...given.balancer, onServerTimeout: 'repeat-idempotent' } as const;
    const cut: Command = {
      kind: 'cut',
      between: ['load-balancer', 'server-1'],
      moment: whenArrived('client/1', 100),
    };
    const others = ['server-2', 'server-3'].map((node) => crash(node, whenSent('client/1')));
    expect(exchangesOf(record({ ...given, balancer: conduct }, [cut, ...others]))).toEqual([
      'client/1 GET /: load-balancer 504 server-timeout',
    ]);
  });

  it('says that one server is unreachable where no other one is tried, although one is up', () => {
    const given = scripted([pay, pay], { client: hasty });
    const balancer = { ...given.balancer, onRefused: 'give-up' } as const;
    const events = record({ ...given, balancer }, [crash('server-1', whenAnswered('client/1'))]);
    expect(exchangesOf(events).at(-1)).toBe('client/2 POST /pay: load-balancer 503 server-unreachable');
  });

  it('of the load balancer is refused, with no status at all', () => {
    const events = record(scripted([pay, pay]), [crash('load-balancer', whenAnswered('client/1'))]);
    expect(exchangesOf(events).at(-1)).toBe('client/2 POST /pay: refused');
  });
});

describe('a request on a cut link', () => {
  const cut = (between: readonly [string, string], moment = whenArrived('client/1', 100)): Command => {
    return { kind: 'cut', between, moment };
  };

  it("gets a 504 when the server’s response can't come back", () => {
    expect(exchangesOf(record(scripted([pay]), [cut(['load-balancer', 'server-1'])]))).toEqual([
      'client/1 POST /pay: load-balancer 504 server-timeout',
    ]);
  });

  it('makes health checks fail, so the next request goes elsewhere; the server returns once healed', () => {
    const commands: Command[] = [
      cut(['load-balancer', 'server-1'], whenAnswered('client/1')),
      { kind: 'heal', between: ['server-1', 'load-balancer'], moment: whenAnswered('client/2') },
    ];
    const events = record(scripted([pay, pay, pay]), commands);
    expect(arrivalsOf(events)).toEqual(['client/1 server-1', 'client/2 server-2', 'client/3 server-1']);
  });

  it('times out between client and load balancer', () => {
    const events = record(scripted([pay]), [cut(['client', 'load-balancer'], whenSent('client/1'))]);
    expect(exchangesOf(events)).toEqual(['client/1 POST /pay: timed-out']);
  });

  it('gets a 503 when the link to the database is cut', () => {
    const events = record(scripted([logIn]), [cut(['database', 'server-1'])]);
    expect(exchangesOf(events)).toEqual(['client/1 POST /login: server-1 503 database-unavailable']);
  });
});

describe('a dropped message', () => {
  it('never reaches the server, and the load balancer gives up', () => {
    const drop: Command = {
      kind: 'drop',
      from: 'load-balancer',
      to: 'server-1',
      moment: whenSent('client/1'),
    };
    const events = record(scripted([pay, pay]), [drop]);
    expect(exchangesOf(events)).toEqual([
      'client/1 POST /pay: load-balancer 504 server-timeout',
      'client/2 POST /pay: server-1 200',
    ]);
    expect(arrivalsOf(events)).toEqual(['client/2 server-1']);
  });
});

describe('a server that drains', () => {
  const drain: Command = { kind: 'drain', node: 'server-1', moment: whenArrived('client/2', 500) };

  it('finishes its requests, gets no new ones, and leaves', () => {
    const events = record(scripted([pay, pay, pay]), [drain]);
    expect(exchangesOf(events)).toEqual([
      'client/1 POST /pay: server-1 200',
      'client/2 POST /pay: server-1 200',
      'client/3 POST /pay: server-2 200',
    ]);
    const left = events.findIndex((event) => event.kind === 'node-left');
    const answered = events.findIndex(
      (event) =>
        event.kind === 'message-sent' &&
        event.message.from === 'server-1' &&
        event.message.request === 'client/2',
    );
    expect(left).toBeGreaterThan(answered);
  });

  it('gets no new requests after the load balancer restarts either', () => {
    const busy = { kind: 'fixed', us: 3_000_000 } as const;
    const timing = {
      ...scenario().timing,
      service: busy,
      serverTimeoutUs: 60_000_000,
      clientTimeoutUs: 60_000_000,
    };
    const commands = [
      drain,
      crash('load-balancer', whenArrived('client/2', 600)),
      restart('load-balancer', whenArrived('client/2', 700)),
    ];
    const events = record(scripted([pay, pay, pay], { timing, client: hasty }), commands);
    expect(arrivalsOf(events)).toEqual(['client/1 server-1', 'client/2 server-1', 'client/3 server-2']);
  });

  it('can be added again even if the load balancer was down when it left', () => {
    const busy = { kind: 'fixed', us: 500_000 } as const;
    const timing = { ...scenario().timing, service: busy };
    const commands: Command[] = [
      drain,
      crash('load-balancer', whenArrived('client/2', 600)),
      restart('load-balancer', whenArrived('client/2', 900_000)),
      { kind: 'add', node: 'server-1', moment: whenArrived('client/2', 1_000_000) },
    ];
    const given = scripted([pay, pay, pay], { servers: 1, timing });
    expect(arrivalsOf(record(given, commands)).at(-1)).toBe('client/3 server-1');
  });

  it('can be added again while the load balancer is down', () => {
    const commands: Command[] = [
      drain,
      crash('load-balancer', whenArrived('client/2', 600)),
      { kind: 'add', node: 'server-1', moment: whenArrived('client/2', 900_000) },
      restart('load-balancer', whenArrived('client/2', 1_000_000)),
    ];
    const given = scripted([pay, pay, pay], { servers: 1 });
    expect(arrivalsOf(record(given, commands)).at(-1)).toBe('client/3 server-1');
  });

  it('leaves when it crashes meanwhile, so it can be added again', () => {
    const commands: Command[] = [
      drain,
      crash('server-1', whenArrived('client/2', 600)),
      { kind: 'add', node: 'server-1', moment: whenAnswered('client/2') },
    ];
    const given = scripted([pay, pay, pay], { servers: 1 });
    expect(exchangesOf(record(given, commands)).slice(1)).toEqual([
      'client/2 POST /pay: load-balancer 502 connection-reset',
      'client/3 POST /pay: server-1 200',
    ]);
  });

  it("isn't marked down by messages that arrive after it has left", () => {
    const timing = { ...scenario().timing, healthFailuresMax: 1 };
    // Health checks leave at every full second and take at least 400 µs.
    const events = record(scripted([pay, pay, pay], { timing }), [
      { kind: 'drain', node: 'server-2', moment: whenSent('client/1', 1_000_100) },
    ]);
    const left = events.findIndex(({ kind }) => kind === 'node-left');
    expect(left).toBeGreaterThan(0);
    const held = events
      .slice(left)
      .filter((event) => event.kind === 'remembered' && event.node === 'load-balancer');
    expect(held).toEqual([]);
  });

  it('can be added again', () => {
    const add: Command = { kind: 'add', node: 'server-1', moment: whenAnswered('client/3') };
    const events = record(scripted([pay, pay, pay, pay]), [drain, add]);
    // It joined last, so it's the last of the healthy servers.
    expect(arrivalsOf(events).at(-1)).toBe('client/4 server-1');
  });
});

describe('the balancing policies', () => {
  it('least connections: a busy server gets nothing while another is idle', () => {
    const timing = { ...scenario().timing, service: { kind: 'fixed', us: 500_000 } as const };
    const given = scenario({
      balancing: 'least-connections',
      timing,
      clients: [clients([pay], { count: 3 })],
    });
    const used = arrivalsOf(record(given, [])).map((line) => line.split(' ')[1]);
    expect(used.sort()).toEqual(['server-1', 'server-2', 'server-3']);
  });

  it('by address: an address stays with its server when other servers join or leave', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 2, maxLength: 9 }),
        fc.ipV4(),
        (numbers, address) => {
          const servers = numbers.map((number) => `server-${number}`);
          const chosen = serverForAddress(address, servers);
          const without = servers.filter((server) => server !== chosen);
          const others = without.slice(1);
          expect(serverForAddress(address, others.concat(chosen ?? []))).toBe(chosen);
          expect(without).toContain(serverForAddress(address, without));
        },
      ),
    );
  });

  it('by address: addresses are spread evenly', () => {
    const servers = ['server-1', 'server-2', 'server-3', 'server-4'];
    const counts = new Map<string, number>();
    for (let index = 0; index < 4_000; index += 1) {
      const chosen = serverForAddress(`198.51.${Math.floor(index / 256)}.${index % 256}`, servers) ?? '';
      counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
    }
    // Four standard deviations of a binomial distribution: 4 × √(4,000 × 1/4 × 3/4).
    for (const server of servers) expect(Math.abs((counts.get(server) ?? 0) - 1_000)).toBeLessThan(110);
  });

  it('sticky sessions bind by cookie under every policy for new clients, except by address', () => {
    expect(balancingPolicies.map((policy) => balancingOf(policy, sticky.affinity).affinity)).toEqual([
      'cookie',
      'cookie',
      'cookie',
      'cookie',
      'source-address',
    ]);
  });

  it('a cookie that names a server which has left binds to nothing', () => {
    const drain: Command = { kind: 'drain', node: 'server-1', moment: whenAnswered('client/1') };
    const events = record(scripted([pay, pay, pay], { strategy: 'sticky' }), [drain]);
    expect(arrivalsOf(events)).toEqual(['client/1 server-1', 'client/2 server-2', 'client/3 server-2']);
  });
});
