/** Which answers look the same to a customer, so that a question offers them once. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/simulation/kernel/actor.ts';
import type { Status } from '../../src/simulation/protocols/http.ts';
import { type Answer, keyOfAnswer } from '../../src/trace/answers.ts';
import type { ProblemCode, ResponseMeaning } from '../../src/trace/reading.ts';

const heard = (meaning: ResponseMeaning): Answer => ({ kind: 'heard', meaning });
const order = { product: 'laptop', quantity: 2, payment: 'card', totalWon: 2_000_000 } as const;
const incomplete = (ask: readonly ('product' | 'quantity')[], quantity?: number): Answer =>
  heard({ kind: 'incomplete', ask, heard: quantity === undefined ? {} : { quantity } });
const charged = (chargeNumber: number, amountWon: number, isFirst: boolean): Answer =>
  heard({ kind: 'charged', chargeNumber, amountWon, isFirst });
const problem = (status: Status, code: ProblemCode | null): Answer =>
  heard({ kind: 'problem', status, code });
const transported = (outcome: Outcome, hasArrived: boolean): Answer => ({
  kind: 'transported',
  outcome,
  hasArrived,
});

describe('answers', () => {
  it('differ by what a customer is told', () => {
    const answers: readonly Answer[] = [
      { kind: 'server', node: 'server-1' },
      { kind: 'server', node: 'server-2' },
      heard({ kind: 'price', product: 'laptop', unitPriceWon: 1_000_000 }),
      heard({ kind: 'price', product: 'laptop', unitPriceWon: 3_000 }),
      heard({ kind: 'price', product: 'americano', unitPriceWon: 3_000 }),
      heard({ kind: 'total', product: 'laptop', quantity: 2, totalWon: 2_000_000 }),
      heard({ kind: 'total', product: 'laptop', quantity: 3, totalWon: 3_000_000 }),
      heard({ kind: 'paid', order }),
      heard({ kind: 'paid', order: { ...order, quantity: 3, totalWon: 3_000_000 } }),
      incomplete(['product']),
      incomplete(['product'], 2),
      incomplete(['product'], 3),
      incomplete(['quantity']),
      incomplete(['product', 'quantity']),
      ...(['logged-in', 'recognized', 'admitted'] as const).flatMap((kind) => [
        heard({ kind, name: 'Mina' }),
        heard({ kind, name: 'Jun' }),
      ]),
      heard({ kind: 'welcomed', name: 'Mina' }),
      heard({ kind: 'welcomed', name: null }),
      heard({ kind: 'logged-out' }),
      heard({ kind: 'refreshed' }),
      heard({ kind: 'noted', characters: 3 }),
      heard({ kind: 'noted', characters: 4 }),
      heard({ kind: 'cart', items: [] }),
      heard({ kind: 'cart', items: ['laptop'] }),
      heard({ kind: 'cart', items: ['laptop', 'americano'] }),
      charged(1, 3_000, true),
      charged(1, 4_000, true),
      charged(2, 3_000, true),
      charged(1, 3_000, false),
      charged(2, 3_000, false),
      problem(401, null),
      problem(422, null),
      problem(401, 'unknown-session'),
      problem(401, 'expired'),
      ...(['refused', 'timed-out', 'failed'] as const).map(
        (outcome): Answer => ({ kind: 'unanswered', outcome }),
      ),
      transported('answered', true),
      transported('timed-out', true),
      transported('sent', true),
      transported('sent', false),
    ];
    const keys = answers.map(keyOfAnswer);
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
  });

  it.each<[string, Answer, Answer]>([
    [
      'the order of a cart',
      heard({ kind: 'cart', items: ['laptop', 'americano'] }),
      heard({ kind: 'cart', items: ['americano', 'laptop'] }),
    ],
    ['the amount of an earlier charge', charged(1, 3_000, false), charged(1, 4_000, false)],
    [
      'how an order of the same total is paid',
      heard({ kind: 'paid', order }),
      heard({ kind: 'paid', order: { ...order, payment: 'cash' } }),
    ],
    [
      'whether a request arrived whose sender gave up',
      transported('timed-out', true),
      transported('timed-out', false),
    ],
    ...(
      [
        [401, 'none-presented'],
        [401, 'not-logged-in'],
        [422, 'invalid'],
        [404, 'not-found'],
        [403, 'forbidden'],
        [504, 'server-timeout'],
      ] as const
    ).map(([status, code]): [string, Answer, Answer] => [
      `the code ${code}, as it adds nothing to ${status}`,
      problem(status, code),
      problem(status, null),
    ]),
  ])('don’t differ by %s', (_, one, other) => {
    expect(keyOfAnswer(one)).toBe(keyOfAnswer(other));
  });
});
