/** Answers from data that is older than another node's: which of them are explained so, and by what. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { logIn, me, SECOND_US } from '../support/token-runs.ts';

const cart: Line = { kind: 'cart' };
const addLaptop: Line = { kind: 'add-to-cart', product: 'laptop' };
const pause: Line = { kind: 'wait', us: 10 * SECOND_US };
const inTurn = { servers: 3, balancing: 'round-robin' } as const;

describe('a replica that is behind', () => {
  const store = { replica: { readsFrom: 'replica', copyDelayUs: 5 * SECOND_US } } as const;
  const run = runWith([logIn, me, pause, me], { ...inTurn, strategy: 'shared-store', store });
  const answers = run.steps.filter(({ key }) => key.endsWith(' answer 1')).map(({ key }) => key);

  it('explains the answer that lacks the change', () => {
    expect(reasonsAt(run, answers[1] ?? '')).toEqual([
      'has-no-session session-store-replica',
      'session-is-on session-store',
      'was-behind session-store-replica',
    ]);
  });

  it('explains nothing about a right answer after the copy has arrived', () => {
    expect(reasonsAt(run, answers[2] ?? '')).toEqual([]);
  });
});

describe('servers with copies of their own', () => {
  const run = runWith([logIn, me, me, addLaptop, cart, cart], {
    ...inTurn,
    strategy: 'shared-store',
    store: { localCopyUs: 60 * SECOND_US },
  });

  it.each([
    ['client/5', 'server-2'],
    ['client/6', 'server-3'],
  ])('are each the reason for an answer without the change: %s', (request, server) => {
    expect(reasonsAt(run, `${request} answer 1`)).toEqual([
      `has-older-data ${server}`,
      'session-is-on session-store',
      `used-own-copy ${server}`,
    ]);
  });
});
