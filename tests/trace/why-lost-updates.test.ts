/** Why a change of a session is undone: what each of the two requests asked for. */
import { describe, expect, it } from 'vitest';
import type { Line, RequestLine } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { sessionWrites } from '../../src/simulation/session.ts';
import type { Run } from '../../src/trace/run.ts';
import { whyOf } from '../../src/trace/why.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { type ScenarioChanges, scenario, whenArrived } from '../support/scenario.ts';
import { logIn, me, SECOND_US } from '../support/token-runs.ts';

const laptop: RequestLine = { kind: 'add-to-cart', product: 'laptop' };
const americano: RequestLine = { kind: 'add-to-cart', product: 'americano' };
const logOut: RequestLine = { kind: 'log-out' };
const cart: Line = { kind: 'cart' };
/** The servers take turns, and messages take equally long, so the first of two requests at once is ahead throughout. */
const inStep: ScenarioChanges = {
  strategy: 'shared-store',
  servers: 2,
  balancing: 'round-robin',
  network: { internet: { minUs: 20_000, maxUs: 20_000 }, cluster: { minUs: 500, maxUs: 500 } },
};

function reasonsFor(run: Run, key: string) {
  return whyOf(
    run,
    run.steps.findIndex((step) => step.key === key),
  );
}

describe('of two requests that read the same session', () => {
  const atOnce: Line = { kind: 'at-once', lines: [laptop, americano] };
  const script = [logIn, atOnce, cart];

  it('the later write is over the earlier one, in its own step and in the next answer', () => {
    const run = runWith(script, { ...inStep, sessions: { writes: 'last-write-wins' } });
    for (const step of ['client/2+1 server>session-store 2', 'client/3 answer 1']) {
      expect(reasonsFor(run, step)).toEqual([
        { kind: 'had-changed', node: 'session-store', intent: laptop },
        { kind: 'wrote-over', node: 'session-store', intent: americano },
      ]);
    }
  });

  it('the earlier one isn’t concerned yet', () => {
    const run = runWith(script, { ...inStep, sessions: { writes: 'last-write-wins' } });
    expect(reasonsFor(run, 'client/2 answer 1')).toEqual([]);
  });

  it.each(sessionWrites.filter((each) => each === 'if-unchanged' || each === 'lock'))(
    'none is over the other under %s',
    (writes) => {
      const run = runWith(script, { ...inStep, sessions: { writes } });
      for (const request of ['client/2', 'client/2+1', 'client/3']) {
        expect(reasonsFor(run, `${request} answer 1`)).toEqual([]);
      }
    },
  );
});

describe('a change that a slow request writes over', () => {
  // Server 1 has the second of two requests at once. It has read the session by then, and writes it half a second later.
  const slow: readonly Command[] = [
    { kind: 'freeze', node: 'server-1', moment: whenArrived('client/2+1', 2_700) },
    { kind: 'thaw', node: 'server-1', moment: whenArrived('client/2+1', 500_000) },
  ];
  const sessions = { writes: 'last-write-wins', renewsIdAtLogin: false } as const;
  const runAfter = (first: RequestLine, second: RequestLine, then: readonly Line[], before: Line = laptop) =>
    runWith([before, { kind: 'at-once', lines: [first, second] }, ...then], { ...inStep, sessions }, slow);

  it('can be a login, which the front page and a page for users lack, and the cart does not', () => {
    const run = runAfter({ kind: 'log-in', user: 'mina' }, americano, [{ kind: 'visit' }, me, cart]);
    const reasons = [
      { kind: 'had-changed', node: 'session-store', intent: { kind: 'log-in', userId: 'mina' } },
      { kind: 'wrote-over', node: 'session-store', intent: americano },
    ];
    expect(reasonsFor(run, 'client/3 answer 1')).toEqual(reasons);
    expect(reasonsFor(run, 'client/4 answer 1')).toEqual(reasons);
    expect(reasonsFor(run, 'client/5 answer 1')).toEqual([]);
  });

  it('can be a part of a purchase, which is asked for again, and which the cart does not show', () => {
    const two = { quantity: 2 };
    const run = runAfter(
      { kind: 'shop', said: two },
      { kind: 'note', characters: 5 },
      [cart, { kind: 'shop', said: { payment: 'card' } }],
      { kind: 'shop', said: { product: 'laptop' } },
    );
    expect(reasonsFor(run, 'client/3 answer 1')).toEqual([]);
    expect(reasonsFor(run, 'client/4 answer 1')).toEqual([
      { kind: 'had-changed', node: 'session-store', intent: { kind: 'shop', said: two } },
      { kind: 'wrote-over', node: 'session-store', intent: { kind: 'note', characters: 5 } },
    ]);
  });
});

it('a session that has ended is brought back by a request that read it before', () => {
  const thief = clients([me, { kind: 'admin' }, logOut], { arrivesAtUs: 30 * SECOND_US });
  const owner = clients([
    logIn,
    { kind: 'hand-over', to: 'client-2' },
    { kind: 'at-once', lines: [logOut, laptop] },
  ]);
  const run = runOf(
    scenario({ ...inStep, sessions: { writes: 'last-write-wins' }, clients: [owner, thief] }),
    [],
  );
  expect(reasonsFor(run, 'client-2/1 answer 1')).toEqual([
    { kind: 'had-ended', node: 'session-store', intent: { kind: 'log-out' } },
    { kind: 'brought-back', node: 'session-store', intent: laptop },
  ]);
  // Another reason decides there: the user has no right, and a logout works either way.
  expect(reasonsFor(run, 'client-2/2 answer 1')).not.toContainEqual(
    expect.objectContaining({ intent: laptop }),
  );
  expect(reasonsFor(run, 'client-2/3 answer 1')).toEqual([]);
});

it('a token that a server can’t read is gone once its client gets another one', () => {
  const run = runWith([laptop, americano], {
    strategy: 'signed-token',
    servers: 2,
    balancing: 'round-robin',
    keys: { kind: 'own' },
  });
  expect(reasonsAt(run, 'client/2 answer 1')).toEqual([
    'key-never-received server-2',
    'key-is-on server-1',
    'keys-are-own server-2',
    'old-one-is-gone client',
  ]);
});
