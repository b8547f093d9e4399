import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { causesOf } from '../../src/trace/causes.ts';
import type { Run } from '../../src/trace/run.ts';
import { whyOf } from '../../src/trace/why.ts';
import { runOf } from '../support/run-of.ts';
import {
  crash,
  type ScenarioChanges,
  scenario,
  whenAnswered,
  whenArrived,
  whenSent,
} from '../support/scenario.ts';
import { tokens } from '../support/token-runs.ts';

const me: readonly Line[] = [{ kind: 'log-in', user: 'mina' }, { kind: 'me' }, { kind: 'me' }];

function runWith(commands: readonly Command[], changes: ScenarioChanges = {}): Run {
  return runOf(scenario({ clients: [clients(me)], ...changes }), commands);
}

/** `kind node` for each reason of the step where the client gets this request's response, or gives up. */
function reasonsFor(run: Run, request: string): string[] {
  const index = run.steps.findIndex(
    ({ key }) => key === `${request} answer 1` || key === `${request} gave-up 1`,
  );
  return whyOf(run, index).map(({ kind, node }) => `${kind} ${node}`);
}

describe('why a server does not know a session', () => {
  it('leads from the lookup to the crash that cleared the session', () => {
    expect(reasonsFor(runWith([crash('server-1', whenAnswered('client/1'))]), 'client/2')).toEqual([
      'has-no-session server-2',
      'session-was-on server-1',
      'crash-took-it server-1',
    ]);
  });

  it('is round robin when no server has crashed', () => {
    expect(reasonsFor(runWith([], { balancing: 'round-robin' }), 'client/2')).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      'policy-chose server-2',
    ]);
  });

  it('is a cut link: the session still exists, and its server is marked down', () => {
    const cut: Command = {
      kind: 'cut',
      between: ['load-balancer', 'server-1'],
      moment: whenAnswered('client/1'),
    };
    expect(reasonsFor(runWith([cut]), 'client/2')).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      'was-marked-down server-1',
      'message-was-lost server-1',
    ]);
  });

  it('is the departure of the server that had it', () => {
    const drain: Command = { kind: 'drain', node: 'server-1', moment: whenAnswered('client/1') };
    expect(reasonsFor(runWith([drain]), 'client/2')).toContain('left-with-it server-1');
  });

  it('is a copy that was lost', () => {
    const commands: Command[] = [
      { kind: 'drop', from: 'server-1', to: 'server-2', moment: whenSent('client/1') },
      crash('server-1', whenAnswered('client/1', 2_000_000)),
    ];
    expect(reasonsFor(runWith(commands, { strategy: 'replicated' }), 'client/2')).toContain(
      'copy-was-lost server-2',
    );
  });

  it('is a store that lost its memory', () => {
    const commands: Command[] = [
      crash('session-store', whenAnswered('client/1')),
      { kind: 'restart', node: 'session-store', moment: whenAnswered('client/1') },
    ];
    expect(reasonsFor(runWith(commands, { strategy: 'shared-store' }), 'client/2')).toEqual([
      'has-no-session session-store',
      'crash-took-it session-store',
    ]);
  });
});

describe('why there is no response', () => {
  it('is a server that crashed during the work', () => {
    const login: readonly Line[] = [{ kind: 'log-in', user: 'mina' }];
    const run = runOf(scenario({ clients: [clients(login)] }), [
      crash('server-1', whenArrived('client/1', 1)),
    ]);
    expect(reasonsFor(run, 'client/1')).toEqual(['died-at-work server-1', 'is-not-repeated server-1']);
  });

  it('is a lost message', () => {
    const drop: Command = {
      kind: 'drop',
      from: 'client',
      to: 'load-balancer',
      moment: whenAnswered('client/1'),
    };
    expect(reasonsFor(runWith([drop]), 'client/2')).toEqual([
      'message-was-lost load-balancer',
      'sender-waits client',
    ]);
  });
});

describe('why a token is refused', () => {
  it('is tampering', () => {
    const tamper: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'tamper', tampering: { kind: 'set-claim', claim: 'role', value: 'admin' } },
      moment: whenAnswered('client/1'),
    };
    expect(reasonsFor(runWith([tamper], { strategy: 'signed-token' }), 'client/2')).toEqual([
      'was-instructed client',
      'token-was-changed client',
    ]);
  });

  it('is its expiry, which a server checks on each request', () => {
    const run = runWith([], { strategy: 'signed-token', tokens: tokens({ lifetimeUs: 6_000_000 }) });
    expect(reasonsFor(run, 'client/3')).toEqual(['token-expired server-1', 'is-always-checked server-1']);
  });
});

describe('without failures', () => {
  it.each(['server-memory', 'client-state', 'signed-token'] as const)(
    'there is nothing to explain: %s',
    (strategy) => {
      const run = runWith([], { strategy });
      expect(run.steps.flatMap((_, index) => whyOf(run, index))).toEqual([]);
    },
  );
});

describe('the causes of an event', () => {
  it('lead to the beginning, each before its effect', () => {
    const { events } = runWith([]);
    const settled = events.findLast(({ kind }) => kind === 'request-settled');
    const ids = settled === undefined ? [] : [...causesOf(events, settled)].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(events[ids.at(-1) ?? -1]).toMatchObject({ kind: 'node-started', node: 'client', cause: null });
  });
});

describe('why a session, or its latest change, is lost in a store', () => {
  const SECOND_US = 1_000_000;
  const inStore = (
    script: readonly Line[],
    store: ScenarioChanges['store'],
    commands: readonly Command[] = [],
  ): Run =>
    runWith(commands, {
      strategy: 'shared-store',
      servers: 1,
      clients: [clients(script)],
      ...(store && { store }),
    });
  const laptop: Line = { kind: 'shop', said: { product: 'laptop' } };
  const three: Line = { kind: 'shop', said: { quantity: 3 } };
  const pays: Line = { kind: 'shop', said: { payment: 'card' } };

  it('is an eviction for lack of room', () => {
    const run = runWith([], {
      strategy: 'shared-store',
      clients: [clients(me), clients(me, { arrivesAtUs: SECOND_US })],
      store: { entriesMax: 1 },
    });
    expect(reasonsFor(run, 'client/2')).toEqual([
      'has-no-session session-store',
      'was-evicted session-store',
    ]);
  });

  it('is a login that a full store refused, although the server answered 200', () => {
    const run = runWith([], {
      strategy: 'shared-store',
      clients: [clients(me), clients(me, { arrivesAtUs: SECOND_US })],
      store: { entriesMax: 1, whenFull: 'refuse', onWriteError: 'ignore' },
    });
    expect(reasonsFor(run, 'client-2/2')).toEqual([
      'has-no-session session-store',
      'was-not-stored session-store',
    ]);
  });

  it('is a replica that did not have it yet', () => {
    const run = inStore([me[0] as Line, me[1] as Line], {
      replica: { readsFrom: 'replica', copyDelayUs: 5 * SECOND_US },
    });
    expect(reasonsFor(run, 'client/2')).toEqual([
      'has-no-session session-store-replica',
      'session-is-on session-store',
      'was-behind session-store-replica',
    ]);
  });

  it('is a crash of the store that alone had the latest change, though the answer is a success', () => {
    const run = inStore(
      [laptop, { kind: 'shop', said: { quantity: 2 } }, three, { kind: 'visit' }, pays],
      { replica: { copyDelayUs: 2 * SECOND_US } },
      [crash('session-store', whenAnswered('client/3', SECOND_US))],
    );
    expect(reasonsFor(run, 'client/5')).toEqual([
      'has-older-data session-store-replica',
      'crash-took-change session-store',
    ]);
  });

  it('is a promoted replica, and not that nobody had noticed yet', () => {
    const run = inStore([...me, ...me], { replica: {} }, [
      crash('session-store', whenAnswered('client/1', SECOND_US)),
    ]);
    expect(reasonsFor(run, 'client/5')).toEqual([
      'did-not-answer session-store',
      'has-taken-over session-store-replica',
      'nothing-was-sent session-store',
    ]);
  });
});

describe('why an item is missing after two tabs', () => {
  const add = (product: 'laptop' | 'americano') => ({ kind: 'add-to-cart', product }) as const;
  const script: readonly Line[] = [
    { kind: 'log-in', user: 'mina' },
    { kind: 'at-once', lines: [add('laptop'), add('americano')] },
    { kind: 'cart' },
  ];
  const run = (strategy: NonNullable<ScenarioChanges['strategy']>) =>
    runWith([], { strategy, servers: 2, balancing: 'round-robin', clients: [clients(script)] });

  it('is the response whose cookie or token replaced the other', () => {
    for (const strategy of ['sealed-cookie', 'signed-token'] as const) {
      const expected = ['had-changed client', 'wrote-over client'];
      expect(reasonsFor(run(strategy), 'client/2+1')).toEqual(expected);
      expect(reasonsFor(run(strategy), 'client/3')).toEqual(expected);
    }
  });

  it('is another server’s copy', () => {
    const replicated = run('replicated');
    const reasons = replicated.steps.flatMap((step, index) =>
      step.kind === 'message' && step.message.body.kind === 'session-copy'
        ? whyOf(replicated, index).map(({ kind }) => kind)
        : [],
    );
    expect(reasons).toEqual(['had-changed', 'wrote-over']);
  });

  it('is a new session that took the place of the old one', () => {
    const run = runWith([], {
      servers: 2,
      balancing: 'round-robin',
      clients: [clients([add('laptop'), add('americano'), { kind: 'cart' }])],
    });
    expect(reasonsFor(run, 'client/2')).toContain('was-replaced server-1');
    expect(reasonsFor(run, 'client/3')).toEqual([
      'has-no-session server-1',
      'session-is-on server-2',
      'policy-chose server-1',
    ]);
  });
});
