/** Why a server couldn't use another node: only that node's errors count. */
import { expect, it } from 'vitest';
import { type Command, DATABASE } from '../../src/simulation/cluster.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { whenAnswered } from '../support/scenario.ts';

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
