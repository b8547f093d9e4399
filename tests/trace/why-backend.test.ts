/** Why a server couldn't use another node: only that node's errors count. */
import { describe, expect, it } from 'vitest';
import {
  type Command,
  DATABASE,
  SESSION_STORE,
  SESSION_STORE_REPLICA,
} from '../../src/simulation/cluster.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { crash, drop, restart, whenAnswered, whenSent } from '../support/scenario.ts';
import { logIn, me } from '../support/token-runs.ts';

it('a database that doesn’t answer isn’t explained by a store that refused a write before', () => {
  // The store has room for the session and not for its lock, which this server does without.
  const freeze: Command = { kind: 'freeze', node: DATABASE, moment: whenAnswered('client/1', 1_000) };
  const run = runWith(
    [
      { kind: 'shop', said: { product: 'laptop' } },
      { kind: 'shop', said: { quantity: 1 } },
    ],
    {
      strategy: 'shared-store',
      sessions: { writes: 'lock' },
      store: { entriesMax: 1, whenFull: 'refuse', onWriteError: 'ignore' },
    },
    [freeze],
  );
  expect(reasonsAt(run, 'client/2 answer 1')).toEqual(['was-frozen database']);
});

describe('a store with a replica', () => {
  const inStore = { strategy: 'shared-store', servers: 1, store: { replica: {} } } as const;
  const answer = 'client/2 answer 1';

  it('that has just crashed isn’t replaced yet, and the replica doesn’t serve', () => {
    const run = runWith([logIn, me], inStore, [crash(SESSION_STORE, whenSent('client/2'))]);
    expect(reasonsAt(run, answer)).toEqual([
      'did-not-answer session-store',
      'had-crashed session-store',
      'is-not-replaced-yet session-store',
      'is-only-a-replica session-store-replica',
    ]);
  });

  it('is still loading while it waits for its peer’s data, and the peer has crashed', () => {
    const store = { replica: { readsFrom: 'replica' } } as const;
    // The question for the data is lost, so the store that has restarted doesn't know yet that nobody has it.
    const commands: Command[] = [
      { kind: 'cut', between: [SESSION_STORE, SESSION_STORE_REPLICA], moment: whenSent('client/2') },
      crash(SESSION_STORE, whenSent('client/2', 1_000)),
      restart(SESSION_STORE, whenSent('client/2', 2_000)),
      crash(SESSION_STORE_REPLICA, whenSent('client/2', 3_000)),
    ];
    expect(reasonsAt(runWith([logIn, me], { ...inStore, store }, commands), answer)).toEqual([
      'did-not-answer session-store-replica',
      'had-crashed session-store-replica',
      'is-still-loading session-store',
    ]);
  });
});

describe('a server that gets no reply', () => {
  it.each([
    ['its question', 'server-1', SESSION_STORE, 'sender-waits'],
    ['the reply', SESSION_STORE, 'server-1', 'asker-waits'],
  ] as const)('because %s is lost, names the message', (_, from, to, waits) => {
    const lost = drop(from, to, whenSent('client/2'));
    const run = runWith([logIn, me], { strategy: 'shared-store', servers: 1 }, [lost]);
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual([`message-was-lost ${to}`, `${waits} server-1`]);
  });
});
