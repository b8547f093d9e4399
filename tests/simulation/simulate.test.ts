import { describe, expect, it } from 'vitest';
import { type ClusterEvent, type Command, DATABASE, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import { CountingSink } from '../../src/simulation/kernel/sinks.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { record, simulate } from '../../src/simulation/simulate.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { conversationOf } from '../support/conversation.ts';
import { memoriesAfter, sessionsOn, upTo } from '../support/node-memories.ts';
import {
  crash,
  linesOf,
  purchase,
  restart,
  scenario,
  whenAnswered,
  whenArrived,
  whenSent,
} from '../support/scenario.ts';

const products = [
  { product: 'laptop', price: 1_000_000, total: 2_000_000 },
  { product: 'americano', price: 3_000, total: 6_000 },
] as const;

const servers = ['server-1', 'server-2', 'server-3'];

/** Two ways to reach another server after the first response, and the server of each line then. */
const changes = [
  {
    change: 'a crash',
    balancing: 'first',
    commands: [crash('server-1', whenAnswered('client/1'))],
    clerks: ['server-1', 'server-2', 'server-2'],
  },
  { change: 'round robin', balancing: 'round-robin', commands: [], clerks: servers },
] as const;

function outcomes(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'request-settled' ? [event.outcome] : []));
}

function commandResults(commands: readonly Command[]): string[] {
  return record(scenario(), commands).flatMap((event) =>
    event.kind === 'command-taken'
      ? [`${event.command.kind} ${'node' in event.command ? event.command.node : ''}: ${event.result}`]
      : [],
  );
}

function ordersIn(events: readonly ClusterEvent[]) {
  return memoriesAfter(events)
    .on(DATABASE)
    .flatMap((item) => (item.kind === 'order' ? [item.order] : []));
}

describe.each(products)('two of the $product', ({ product, price, total }) => {
  const script = purchase(product);
  const paid = { product, quantity: 2, payment: 'card', totalWon: total };

  it('T1: the same server remembers the earlier lines', () => {
    const events = record(scenario({ script }), []);
    expect(conversationOf(events)).toEqual([
      `client -> server-1: {"product":"${product}"}`,
      `server-1 -> client: 200 ${product}: ${price} won`,
      'client -> server-1: {"quantity":2}',
      `server-1 -> client: 200 2 ${product}: ${total} won, ask payment`,
      'client -> server-1: {"payment":"card"}',
      `server-1 -> client: 200 2 ${product}: ${total} won paid by card`,
    ]);
    expect(sessionsOn('server-1', upTo('client/1', events))).toEqual([{ product }]);
    expect(sessionsOn('server-1', upTo('client/2', events))).toEqual([{ product, quantity: 2 }]);
    expect(ordersIn(upTo('client/2', events))).toEqual([]);
    expect(ordersIn(events)).toEqual([paid]);
  });

  it.each(changes)(
    "T2: after $change, another server doesn't know the earlier lines",
    ({ balancing, commands, clerks: [, second, third] }) => {
      const events = record(scenario({ script, balancing }), commands);
      expect(conversationOf(events)).toEqual([
        `client -> server-1: {"product":"${product}"}`,
        `server-1 -> client: 200 ${product}: ${price} won`,
        `client -> ${second}: {"quantity":2}`,
        `${second} -> client: 422 ask product`,
        `client -> ${third}: {"payment":"card"}`,
        `${third} -> client: 422 ask product, quantity`,
      ]);
      expect(ordersIn(events)).toEqual([]);
      expect([sessionsOn('server-2', events), sessionsOn('server-3', events)]).toEqual([[], []]);
    },
  );

  it.each([
    { change: 'nothing', balancing: 'first', commands: [], clerks: ['server-1', 'server-1', 'server-1'] },
    ...changes,
  ] as const)(
    'T4: any server understands complete requests (change of server: $change)',
    ({ balancing, commands, clerks: [first, second, third] }) => {
      const events = record(scenario({ strategy: 'client-state', script, balancing }), commands);
      expect(conversationOf(events)).toEqual([
        `client -> ${first}: {"product":"${product}"}`,
        `${first} -> client: 200 ${product}: ${price} won`,
        `client -> ${second}: {"product":"${product}","quantity":2}`,
        `${second} -> client: 200 2 ${product}: ${total} won, ask payment`,
        `client -> ${third}: {"product":"${product}","quantity":2,"payment":"card"}`,
        `${third} -> client: 200 2 ${product}: ${total} won paid by card`,
      ]);
      expect(ordersIn(events)).toEqual([paid]);
      const remembering = events.flatMap((event) => (event.kind === 'remembered' ? [event.node] : []));
      expect(servers.filter((server) => remembering.includes(server))).toEqual([]);
    },
  );
});

describe('a session whose client has moved to another server', () => {
  it('stays on its server, orphaned, when none has crashed', () => {
    const events = record(scenario({ balancing: 'round-robin' }), []);
    expect(sessionsOn('server-1', events)).toEqual([{ product: 'laptop' }]);
  });

  it('is found again when round robin returns to its server (T7)', () => {
    const script = [{ product: 'laptop' }, { quantity: 2 }, { quantity: 2 }] as const;
    expect(conversationOf(record(scenario({ balancing: 'round-robin', servers: 2, script }), []))).toEqual([
      'client -> server-1: {"product":"laptop"}',
      'server-1 -> client: 200 laptop: 1000000 won',
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 422 ask product',
      'client -> server-1: {"quantity":2}',
      'server-1 -> client: 200 2 laptop: 2000000 won, ask payment',
    ]);
  });

  it('is lost when its only server has crashed', () => {
    const events = record(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    expect(sessionsOn('server-1', events)).toEqual([]);
  });
});

describe('a command at a time', () => {
  const at = (atUs: number): Command => ({ kind: 'crash', node: 'server-1', moment: { atUs } });
  const commandsIn = (events: readonly ClusterEvent[]) =>
    events.flatMap((event) => (event.kind === 'command-taken' ? [[event.index, event.atUs]] : []));

  it('takes effect then, under every strategy', () => {
    for (const strategy of strategyIds) {
      expect(commandsIn(record(scenario({ strategy }), [at(4_500_000), at(0)]))).toEqual([
        [1, 0],
        [0, 4_500_000],
      ]);
    }
  });

  it('takes effect after the last request as well', () => {
    const events = record(scenario(), [at(3_600_000_000)]);
    expect(commandsIn(events)).toEqual([[0, 3_600_000_000]]);
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', reason: 'finished' });
  });
});

describe('a crash between two requests', () => {
  it('is detected by health checks while the client thinks', () => {
    const events = record(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    const refused = events.filter(({ kind }) => kind === 'message-refused');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ background }) => background)).toBe(true);
    expect(memoriesAfter(events).on(LOAD_BALANCER)).toEqual([{ kind: 'server-down', server: 'server-1' }]);
  });

  it.each(['server-memory', 'client-state'] as const)(
    "that isn't detected yet causes a refusal and a retry at the next server (%s)",
    (strategy) => {
      // 10 ms before the next request of the client, which thinks for 4 s.
      const events = record(scenario({ strategy }), [crash('server-1', whenAnswered('client/1', 3_990_000))]);
      const said = strategy === 'client-state' ? '{"product":"laptop","quantity":2}' : '{"quantity":2}';
      expect(conversationOf(upTo('client/2', events)).slice(2)).toEqual([
        'client -x server-1: refused',
        `client -> server-2: ${said}`,
        strategy === 'client-state'
          ? 'server-2 -> client: 200 2 laptop: 2000000 won, ask payment'
          : 'server-2 -> client: 422 ask product',
      ]);
    },
  );
});

describe('a crash while a request is being served', () => {
  it('repeats a GET at the next server (RFC 9110 §9.2.2)', () => {
    const events = record(scenario(), [crash('server-1', whenArrived('client/1', 1_000))]);
    expect(conversationOf(upTo('client/1', events))).toEqual([
      'client -> server-1: {"product":"laptop"}',
      'client -x server-1: reset',
      'client -> server-2: {"product":"laptop"}',
      'server-2 -> client: 200 laptop: 1000000 won',
    ]);
    expect(outcomes(events)[0]).toBe('answered');
  });

  it.each(strategyIds)("answers a POST with 502 and doesn't repeat it (%s)", (strategy) => {
    const events = record(scenario({ strategy }), [crash('server-1', whenArrived('client/2', 1_000))]);
    expect(conversationOf(upTo('client/2', events)).slice(3)).toEqual([
      'client -x server-1: reset',
      'load-balancer -> client: 502 connection-reset',
    ]);
    expect(outcomes(events)[1]).toBe('failed');
  });

  it("doesn't affect the client when the response is already in flight", () => {
    // A server replies within 4 ms; the response takes 18 ms more to reach the client.
    const events = record(scenario(), [crash('server-1', whenArrived('client/1', 10_000))]);
    expect(conversationOf(upTo('client/1', events))).toEqual([
      'client -> server-1: {"product":"laptop"}',
      'server-1 -> client: 200 laptop: 1000000 won',
    ]);
  });
});

describe('a crash in the middle of a request', () => {
  // Every hop in the cluster takes 500 µs: the query leaves at 2,000 µs after the arrival, and the database's reply
  // is back at 3,000 µs. The response leaves at 3,300 µs.
  const network = { ...scenario().network, cluster: { minUs: 500, maxUs: 500 } };

  it('loses the response in preparation, and the state that was just stored', () => {
    const events = record(scenario({ network }), [crash('server-1', whenArrived('client/2', 3_200))]);
    expect(conversationOf(upTo('client/2', events)).at(-1)).toBe(
      'load-balancer -> client: 502 connection-reset',
    );
    expect(sessionsOn('server-1', events)).toEqual([]);
  });

  it('of the database, before it has stored an order, means no payment', () => {
    const events = record(scenario({ network }), [crash(DATABASE, whenArrived('client/3', 3_200))]);
    expect(conversationOf(events).at(-1)).toBe('server-1 -> client: 503 database-unavailable');
    expect(sessionsOn('server-1', events)).toEqual([{ product: 'laptop', quantity: 2 }]);
  });
});

describe('when no server is left', () => {
  const all = servers.map((server) => crash(server, whenAnswered('client/1')));

  it.each(strategyIds)('the load balancer itself answers with 503 (%s)', (strategy) => {
    const events = record(scenario({ strategy }), all);
    expect(conversationOf(events).slice(2)).toEqual([
      'load-balancer -> client: 503 no-server',
      'load-balancer -> client: 503 no-server',
    ]);
    expect(outcomes(events)).toEqual(['answered', 'failed', 'failed']);
  });

  it("and health checks haven't noticed, it tries each of them once before it answers 503", () => {
    const late = servers.map((server) => crash(server, whenAnswered('client/1', 3_990_000)));
    expect(conversationOf(upTo('client/2', record(scenario(), late))).slice(2)).toEqual([
      ...servers.map((server) => `client -x ${server}: refused`),
      'load-balancer -> client: 503 no-server',
    ]);
  });

  it('a command that waits for the arrival of a request is taken when that request has failed', () => {
    const events = record(scenario(), [...all, restart('server-2', whenArrived('client/2'))]);
    expect(conversationOf(events).slice(2)).toEqual([
      'load-balancer -> client: 503 no-server',
      'client -> server-2: {"payment":"card"}',
      'server-2 -> client: 422 ask product, quantity',
    ]);
  });
});

describe('the load balancer', () => {
  it('continues round robin after the server that it chose, not after one that is down', () => {
    const script = ['laptop', 'laptop', 'laptop', 'laptop'].map(() => ({ product: 'laptop' }) as const);
    const events = record(scenario({ balancing: 'round-robin', script }), [
      crash('server-2', whenSent('client/1')),
    ]);
    const clerks = conversationOf(events).flatMap((line) => /^client -> (server-\d)/.exec(line)?.[1] ?? []);
    expect(clerks).toEqual(['server-1', 'server-3', 'server-1', 'server-3']);
  });

  it("doesn't take one failed health check for a crash", () => {
    // Checks leave every second; the first response arrives well before the first check.
    const events = record(scenario(), [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', 1_200_000)),
    ]);
    const refused = events.filter(({ kind }) => kind === 'message-refused');
    const marked = events.filter((event) => event.kind === 'remembered' && event.node === LOAD_BALANCER);
    expect([refused.length, marked.length]).toEqual([1, 0]);
  });
});

describe('the database', () => {
  it('numbers the orders in the order of their arrival', () => {
    const events = record(scenario({ script: [...purchase('laptop'), ...purchase('americano')] }), []);
    const orders = memoriesAfter(events).on(DATABASE);
    expect(orders).toEqual([
      {
        kind: 'order',
        orderNumber: 1,
        order: { product: 'laptop', quantity: 2, payment: 'card', totalWon: 2_000_000 },
      },
      {
        kind: 'order',
        orderNumber: 2,
        order: { product: 'americano', quantity: 2, payment: 'card', totalWon: 6_000 },
      },
    ]);
  });
});

describe('the milestones of a request', () => {
  function milestonesOf(events: readonly ClusterEvent[]): string[] {
    return events.flatMap((event) =>
      event.kind === 'request-reached' && event.request === 'client/1' ? [event.milestone] : [],
    );
  }

  it('are: sent, arrived at a server, answered', () => {
    expect(milestonesOf(record(scenario(), []))).toEqual(['sent', 'arrived', 'answered']);
  });

  it('include an arrival for each server that it reached', () => {
    const events = record(scenario(), [crash('server-1', whenArrived('client/1', 100))]);
    expect(milestonesOf(events)).toEqual(['sent', 'arrived', 'arrived', 'answered']);
  });

  it('include no arrival when it reached no server', () => {
    const events = record(scenario({ servers: 1 }), [crash('server-1', whenSent('client/1'))]);
    expect(milestonesOf(events)).toEqual(['sent', 'answered']);
  });
});

describe('a server that has restarted', () => {
  it('is up and empty', () => {
    const events = record(scenario(), [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', 10)),
    ]);
    expect(conversationOf(events).slice(2)).toEqual([
      'client -> server-1: {"quantity":2}',
      'server-1 -> client: 422 ask product',
      'client -> server-1: {"payment":"card"}',
      'server-1 -> client: 422 ask product, quantity',
    ]);
    expect(sessionsOn('server-1', events)).toEqual([]);
  });

  it('serves again once a health check has succeeded', () => {
    const events = record(scenario({ script: [...purchase('laptop'), { product: 'americano' }] }), [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/3')),
    ]);
    expect(conversationOf(events).slice(-2)).toEqual([
      'client -> server-1: {"product":"americano"}',
      'server-1 -> client: 200 americano: 3000 won',
    ]);
    expect(memoriesAfter(events).on(LOAD_BALANCER)).toEqual([]);
  });
});

describe('a crash of another node', () => {
  it('the load balancer: the client is refused, and served again after the restart', () => {
    const events = record(scenario(), [
      crash(LOAD_BALANCER, whenAnswered('client/1')),
      restart(LOAD_BALANCER, whenAnswered('client/2')),
    ]);
    expect(conversationOf(events).slice(2)).toEqual([
      'client -x load-balancer: refused',
      'client -> server-1: {"payment":"card"}',
      'server-1 -> client: 422 ask quantity',
    ]);
    expect(outcomes(events)).toEqual(['answered', 'refused', 'answered']);
  });

  it('the database: its orders are on disk, and the next one gets the next number', () => {
    const script = [...purchase('laptop'), ...purchase('americano')];
    const commands = [
      crash('database', whenAnswered('client/3')),
      restart('database', whenAnswered('client/3')),
    ];
    const orders = record(scenario({ script }), commands).flatMap((event) =>
      event.kind === 'remembered' && event.item.kind === 'order' ? [event.item.orderNumber] : [],
    );
    expect(orders).toEqual([1, 2]);
  });

  it('the database: servers answer 503 and keep their sessions', () => {
    const events = record(scenario(), [crash(DATABASE, whenAnswered('client/1'))]);
    expect(conversationOf(upTo('client/2', events)).at(-1)).toBe(
      'server-1 -> client: 503 database-unavailable',
    );
    expect(sessionsOn('server-1', events)).toEqual([{ product: 'laptop' }]);
  });
});

describe('a command reports its result', () => {
  it('for a crash of a server that is down', () => {
    const twice = [crash('server-1', whenAnswered('client/1')), crash('server-1', whenAnswered('client/1'))];
    expect(commandResults(twice)).toEqual(['crash server-1: done', 'crash server-1: already-down']);
  });

  it('for a restart of a server that is up', () => {
    expect(commandResults([restart('server-1', whenAnswered('client/1'))])).toEqual([
      'restart server-1: already-up',
    ]);
  });

  it("for a crash or a restart of a node that doesn't exist in this cluster", () => {
    const commands = [
      crash('server-4', whenAnswered('client/1')),
      restart('session-store', whenAnswered('client/1')),
    ];
    expect(commandResults(commands)).toEqual([
      'crash server-4: no-such-node',
      'restart session-store: no-such-node',
    ]);
  });

  it("and can't target a client, which isn't a machine", () => {
    expect(commandResults([crash('client', whenSent('client/1'))])).toEqual(['crash client: no-such-node']);
  });

  it('and changes nothing else when it has no effect', () => {
    const events = record(scenario(), [crash('session-store', whenAnswered('client/1'))]);
    expect(conversationOf(events)).toEqual(conversationOf(record(scenario(), [])));
  });
});

describe('a client without a script', () => {
  function settled(events: readonly ClusterEvent[]): string[] {
    return events.flatMap((event) => (event.kind === 'request-settled' ? [event.request] : []));
  }

  it("sends only the requests that it's told to", () => {
    const silent = scenario({ clients: [clients(linesOf(purchase('laptop'))), clients([])] });
    expect(settled(record(silent, []))).toEqual(['client/1', 'client/2', 'client/3']);
    const visit = { kind: 'say', line: { kind: 'visit' } } as const;
    const told = { kind: 'instruct', nodes: ['client-2'], instruction: visit } as const;
    const events = record(silent, [{ ...told, moment: whenAnswered('client/3') }]);
    expect(settled(events).at(-1)).toBe('client-2/1+1');
  });
});

describe('a counting sink', () => {
  it('counts as many events of each kind as the trace has', () => {
    const commands = [crash('server-1', whenAnswered('client/1'))];
    const counts = simulate(scenario(), commands, new CountingSink());
    const events = record(scenario(), commands);
    const kinds = [...new Set(events.map(({ kind }) => kind))];
    expect(kinds.length).toBeGreaterThan(8);
    for (const kind of kinds) {
      expect(counts.count(kind), kind).toBe(events.filter((event) => event.kind === kind).length);
    }
    expect(counts.count('forgot')).toBe(0);
  });
});
