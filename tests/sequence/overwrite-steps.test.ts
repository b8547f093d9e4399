/** A lost update is told where its request is answered, although the write happens during another request's step. */
import { expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { captionsAt, reasonsAt, runWith } from '../support/explanations.ts';
import { logIn } from '../support/token-runs.ts';

const cart: Line = { kind: 'cart' };
const atOnce: Line = {
  kind: 'at-once',
  lines: [
    { kind: 'add-to-cart', product: 'laptop' },
    { kind: 'add-to-cart', product: 'americano' },
  ],
};

// The server saves both carts before the load balancer has passed an answer on. The second one is based on no laptop.
const run = runWith([logIn, atOnce, cart], { strategy: 'server-memory', servers: 1 });
const laptop = 'client/2 answer 1';
const americano = 'client/2+1 answer 1';
const overwrites = 'That overwrites the change of “Put a laptop in my cart.”';

it('is in the caption of the request that wrote over the change', () => {
  expect(captionsAt(run, laptop)[0]).not.toContain('overwrites');
  expect(captionsAt(run, americano)[0]).toContain(overwrites);
});

it('is explained at the same step', () => {
  expect(reasonsAt(run, laptop)).toEqual([]);
  expect(reasonsAt(run, americano)).toEqual(['had-changed server-1', 'wrote-over server-1']);
});
