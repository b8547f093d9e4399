/** What the clients of a study do. */
import type { Line } from '../simulation/applications/line.ts';
import type { Values } from './parameters.ts';

export const scriptIds = ['account', 'shop', 'payment', 'visit'] as const;
export type ScriptId = (typeof scriptIds)[number];

const purchase: readonly Line[] = [
  { kind: 'shop', said: { product: 'laptop' } },
  { kind: 'shop', said: { quantity: 2 } },
  { kind: 'shop', said: { payment: 'card' } },
];

/** As many lines as each client has requests. */
export function linesOf(script: ScriptId, values: Values): readonly Line[] {
  const count = values.number('requests');
  const lines = patternOf(script, values);
  return Array.from({ length: count }, (_, index) => {
    const line = index === 0 ? lines.first : lines.further[(index - 1) % lines.further.length];
    return line ?? lines.first;
  });
}

function patternOf(
  script: ScriptId,
  values: Values,
): { readonly first: Line; readonly further: readonly Line[] } {
  switch (script) {
    case 'account':
      return { first: { kind: 'log-in', user: 'mina' }, further: [{ kind: 'me' }] };
    case 'shop': {
      const [first, ...others] = purchase as [Line, ...Line[]];
      return { first, further: [...others, first] };
    }
    case 'payment': {
      const pay: Line = {
        kind: 'pay',
        amountWon: 10_000,
        hasIdempotencyKey: values.is('idempotencyKeys'),
      };
      return { first: pay, further: [pay] };
    }
    case 'visit':
      return { first: { kind: 'visit' }, further: [{ kind: 'visit' }] };
    default:
      throw new Error(`Unknown script ${script satisfies never}`);
  }
}
