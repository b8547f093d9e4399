/**
 * Every cell of the table in docs/lessons.md, "Strategies": a crash, another server without a crash, a new server. For a
 * purchase and for a login.
 */
import { describe, expect, it } from 'vitest';
import type { Line, RequestLine } from '../../src/simulation/applications/line.ts';
import { type ClusterEvent, type Command, isClient, isServer } from '../../src/simulation/cluster.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import { headerOf } from '../../src/simulation/protocols/http.ts';
import { type ClusterScenario, clients } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { sessionsLost } from '../support/invariants/sessions.ts';
import {
  crash,
  linesOf,
  purchase,
  scenario,
  scripted,
  whenAnswered,
  whenArrived,
} from '../support/scenario.ts';

const me: Line = { kind: 'me' };
const login: readonly Line[] = [{ kind: 'log-in', user: 'mina' }, me, me];
const shop: readonly Line[] = linesOf(purchase('laptop'));
const scripts = { shop, login };

/** Long after any copy has arrived, and long before the client continues. */
const AFTER_COPIES_US = 1_000_000;

interface ToldResponse {
  readonly server: NodeId;
  readonly status: number;
}

/** The responses to the first client, request by request, with the server of each. */
function toldTo(client: NodeId, events: readonly ClusterEvent[]): ToldResponse[] {
  return events.flatMap((event) => {
    if (event.kind !== 'message-delivered' || event.message.to !== client) return [];
    const { body } = event.message;
    if (body.kind !== 'http-response') return [];
    return [{ server: headerOf(body, 'X-Served-By') ?? event.message.from, status: body.status }];
  });
}

/** The fate of the state that the first request created. */
function fateOf([, ...later]: readonly ToldResponse[]): 'kept' | 'lost' | 'comes and goes' {
  const good = later.filter(({ status }) => status === 200).length;
  return good === later.length ? 'kept' : good === 0 ? 'lost' : 'comes and goes';
}

function run(script: readonly Line[], changes: Partial<ClusterScenario>, commands: readonly Command[]) {
  const events = record(scripted(script, changes), commands);
  const told = toldTo('client', events);
  return { events, told, fate: fateOf(told), servers: [...new Set(told.map(({ server }) => server))] };
}

describe('a note under client-state', () => {
  it('stays with the client, which brings it with each later request', () => {
    const { events } = run([{ kind: 'note', characters: 30 }, ...login], { strategy: 'client-state' }, []);
    const kept = events.flatMap((event) =>
      event.kind === 'remembered' && event.item.kind === 'conversation' ? [event.item.note?.length] : [],
    );
    expect(kept).toEqual([30]);
    const brought = events.flatMap((event) => {
      if (event.kind !== 'message-delivered' || !isServer(event.message.to)) return [];
      const { body } = event.message;
      if (body.kind !== 'http-request' || event.message.request === null) return [];
      return [`${body.target} ${headerOf(body, 'X-Note')?.length ?? 'none'}`];
    });
    expect(brought).toEqual(['/note none', '/login 30', '/me 30', '/me 30']);
  });

  it('is replaced by the next one, and goes along when several requests leave at once', () => {
    const note = (characters: number): RequestLine => ({ kind: 'note', characters });
    const { events } = run(
      [note(30), { kind: 'at-once', lines: [note(20), { kind: 'cart' }] }, { kind: 'visit' }],
      { strategy: 'client-state' },
      [],
    );
    const brought = events.flatMap((event) => {
      if (event.kind !== 'message-sent' || event.message.from !== 'client') return [];
      const { body } = event.message;
      return body.kind === 'http-request'
        ? [`${body.target} ${headerOf(body, 'X-Note')?.length ?? 'none'}`]
        : [];
    });
    expect(brought).toEqual(['/note none', '/note 30', '/cart 20', '/ 20']);
  });
});

function fatesOf(changes: Partial<ClusterScenario>, commands: readonly Command[]) {
  return {
    shop: run(scripts.shop, changes, commands).fate,
    login: run(scripts.login, changes, commands).fate,
  };
}

const both = (fate: ReturnType<typeof fateOf>) => ({ shop: fate, login: fate });

/** While the client thinks: the load balancer has noticed, and nothing is in flight. */
describe('a crash of A, after its first response', () => {
  const expected: Readonly<Record<StrategyId, ReturnType<typeof fateOf>>> = {
    'server-memory': 'lost',
    sticky: 'lost',
    replicated: 'kept',
    'shared-store': 'kept',
    'client-state': 'kept',
    'signed-token': 'kept',
    'sealed-cookie': 'kept',
  };

  it.each(strategyIds)('under %s', (strategy) => {
    const commands = [crash('server-1', whenAnswered('client/1', AFTER_COPIES_US))];
    expect(fatesOf({ strategy }, commands)).toEqual(both(expected[strategy]));
    expect(run(shop, { strategy }, commands).servers).toEqual(['server-1', 'server-2']);
  });

  it('under replicated, before the copy has left', () => {
    const strategy = 'replicated';
    // The response is in flight, and the copy leaves later.
    const changes = { strategy, replication: { delayUs: AFTER_COPIES_US } } as const;
    expect(fatesOf(changes, [crash('server-1', whenAnswered('client/1'))])).toEqual(both('lost'));
  });

  it('under sticky binds the client to B from then on', () => {
    const commands = [crash('server-1', whenAnswered('client/1'))];
    const { told } = run([...login, me], { strategy: 'sticky', balancing: 'round-robin' }, commands);
    const [first, ...later] = told.map(({ server }) => server);
    expect(first).toBe('server-1');
    expect(new Set(later).size).toBe(1);
    expect(later).not.toContain('server-1');
  });

  it.each(['client-state', 'signed-token', 'sealed-cookie', 'shared-store'] as const)(
    'loses no sessions under %s',
    (strategy) => {
      const { events } = run(login, { strategy }, [crash('server-1', whenAnswered('client/1'))]);
      expect(sessionsLost(events)).toEqual([[]]);
    },
  );
});

describe('a change of server without a crash: two servers by round robin', () => {
  const changes = { balancing: 'round-robin', servers: 2 } as const;

  it('under server-memory loses the purchase, and the login comes and goes', () => {
    expect(fatesOf({ ...changes, strategy: 'server-memory' }, [])).toEqual({
      shop: 'lost',
      login: 'comes and goes',
    });
  });

  it("doesn't happen under sticky", () => {
    const strategy = 'sticky';
    expect(fatesOf({ ...changes, strategy }, [])).toEqual(both('kept'));
    expect(run(login, { ...changes, strategy }, []).servers).toEqual(['server-1']);
  });

  it.each(['replicated', 'shared-store', 'client-state', 'signed-token', 'sealed-cookie'] as const)(
    'keeps everything under %s',
    (strategy) => {
      expect(fatesOf({ ...changes, strategy }, [])).toEqual(both('kept'));
      expect(run(login, { ...changes, strategy }, []).servers).toEqual(['server-1', 'server-2']);
    },
  );
});

describe('a new server N beside A, by round robin', () => {
  const NEW = 'server-2';
  const changes = { balancing: 'round-robin', servers: 1 } as const;
  const add: Command = { kind: 'add', node: NEW, moment: whenAnswered('client/1') };
  /** The response of N to the client, whose third request is the first that gets there. */
  const byNew = (script: readonly Line[], strategy: StrategyId, ...more: readonly Command[]) =>
    run(script, { ...changes, strategy }, [add, ...more]).told.filter(({ server }) => server === NEW);

  it('knows nothing under server-memory', () => {
    expect(byNew(shop, 'server-memory')).toEqual([{ server: NEW, status: 422 }]);
    expect(byNew(login, 'server-memory')).toEqual([{ server: NEW, status: 401 }]);
  });

  it('gets new clients only under sticky: the load is uneven', () => {
    const strategy = 'sticky';
    expect([...byNew(shop, strategy), ...byNew(login, strategy)]).toEqual([]);
    expect(fatesOf({ ...changes, strategy }, [add])).toEqual(both('kept'));
    const old = clients(login, { count: 4, think: { kind: 'fixed', us: 4_000_000 } });
    const late = clients(login, { count: 2, arrivesAtUs: 2_000_000 });
    const events = record(scenario({ ...changes, strategy, clients: [old, late] }), [add]);
    const served = (server: NodeId) =>
      new Set(
        events.flatMap((event) =>
          event.kind === 'message-delivered' && isClient(event.message.to) && server === servedBy(event)
            ? [event.message.to]
            : [],
        ),
      ).size;
    expect([served('server-1'), served(NEW)]).toEqual([5, 1]);
  });

  it('must receive all sessions under replicated, and then has them', () => {
    const strategy = 'replicated';
    expect([...byNew(shop, strategy), ...byNew(login, strategy)].map(({ status }) => status)).toEqual([
      200, 200,
    ]);
    const { events } = run(login, { ...changes, strategy }, [add]);
    const keeps = events.find(
      (event) => event.kind === 'remembered' && event.node === NEW && event.item.kind === 'session',
    );
    const asked = events.find(
      (event) =>
        event.kind === 'message-delivered' && event.message.to === NEW && event.message.request !== null,
    );
    expect(keeps?.id).toBeLessThan(asked?.id ?? -1);
  });

  it('has everything at once under shared-store, for one more round trip per request', () => {
    expect(
      [...byNew(shop, 'shared-store'), ...byNew(login, 'shared-store')].map(({ status }) => status),
    ).toEqual([200, 200]);
    const askedOf = (strategy: StrategyId) =>
      run(login, { ...changes, strategy }, [add]).events.filter(
        (event) =>
          event.kind === 'message-sent' &&
          event.message.from === NEW &&
          event.message.body.kind === 'store-command',
      ).length;
    expect(askedOf('server-memory')).toBe(0);
    expect(askedOf('shared-store')).toBeGreaterThanOrEqual(1);
  });

  it.each(['client-state', 'signed-token', 'sealed-cookie'] as const)(
    'needs nothing under %s',
    (strategy) => {
      expect([...byNew(shop, strategy), ...byNew(login, strategy)].map(({ status }) => status)).toEqual([
        200, 200,
      ]);
      const { events } = run(login, { ...changes, strategy }, [add]);
      const kept = events.filter(
        (event) => event.kind === 'remembered' && isServer(event.node) && event.item.kind !== 'key-ring',
      );
      expect(kept).toEqual([]);
    },
  );

  it.each(['signed-token', 'sealed-cookie'] as const)(
    'without the key rejects every client under %s',
    (strategy) => {
      const noKey: Command = {
        kind: 'instruct',
        nodes: [NEW],
        instruction: { kind: 'remove-keys' },
        moment: whenArrived('client/2'),
      };
      expect(byNew(login, strategy, noKey)).toEqual([{ server: NEW, status: 401 }]);
    },
  );
});

function servedBy(event: Extract<ClusterEvent, { kind: 'message-delivered' }>): NodeId | undefined {
  const { body } = event.message;
  return body.kind === 'http-response' ? headerOf(body, 'X-Served-By') : undefined;
}
