/** Answers without the session that a request shows, because the server can't read it and the page is for everyone. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { captionsAt, reasonsAt, runWith } from '../support/explanations.ts';
import { type ScenarioChanges, whenAnswered } from '../support/scenario.ts';
import { instruct, logIn, SECOND_US, tokens } from '../support/token-runs.ts';

const cart: Line = { kind: 'cart' };
const visit: Line = { kind: 'visit' };
const add: Line = { kind: 'add-to-cart', product: 'laptop' };
const another: Line = { kind: 'add-to-cart', product: 'americano' };
const pause: Line = { kind: 'wait', us: 60 * SECOND_US };
const inTurn = { servers: 2, balancing: 'round-robin' } as const;

/** The reasons for each answer to a request after the first one. */
function reasonsIn(script: readonly Line[], changes: ScenarioChanges) {
  const run = runWith(script, { ...inTurn, ...changes });
  return run.steps
    .filter(({ key }) => key.endsWith(' answer 1'))
    .slice(1)
    .map(({ key }) => reasonsAt(run, key));
}

describe.each(['sealed-cookie', 'signed-token'] as const)('a %s', (strategy) => {
  const keys = { kind: 'own' } as const;
  const unknown = ['key-never-received server-2', 'key-is-on server-1', 'keys-are-own server-2'];

  it('of another server’s key isn’t read: the cart is empty, and is filled anew', () => {
    // Servers 1 and 2 take turns. Server 1 can read its own.
    expect(reasonsIn([add, cart, cart], { strategy, keys })).toEqual([unknown, []]);
    const run = runWith([add, cart], { ...inTurn, strategy, keys });
    const [caption] = captionsAt(run, 'client/2 answer 1');
    expect(caption).not.toContain('can answer');
  });

  it('of another server’s key is no login on the front page', () => {
    expect(reasonsIn([logIn, visit], { strategy, keys })).toEqual([unknown]);
  });

  it('that an operator changed isn’t read', () => {
    const changes = { strategy, servers: 1 } as const;
    const forged = instruct(
      ['client'],
      { kind: 'tamper', tampering: { kind: 'flip-signature-bit', bit: 0 } },
      whenAnswered('client/1', 1_000),
    );
    const run = runWith([add, cart], changes, strategy === 'signed-token' ? [forged] : []);
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual(
      strategy === 'signed-token' ? ['was-instructed client', 'token-was-changed client'] : [],
    );
  });

  it('that can be read is explained by nothing', () => {
    expect(reasonsIn([add, cart, another, cart], { strategy })).toEqual([[], [], []]);
  });
});

describe('what is too old', () => {
  it('isn’t read: a token', () => {
    const short = tokens({ lifetimeUs: 10 * SECOND_US });
    expect(reasonsIn([add, pause, cart], { strategy: 'signed-token', tokens: short })).toEqual([
      ['token-expired server-2'],
    ]);
  });

  it.each(['sealed-cookie', 'server-memory', 'shared-store'] as const)(
    'isn’t read: a session, %s',
    (strategy) => {
      const sessions = { idleUs: 10 * SECOND_US };
      const answer = reasonsIn([add, pause, cart], { strategy, servers: 1, sessions });
      // A store has removed it by then.
      expect(answer).toEqual([
        strategy === 'shared-store'
          ? ['has-no-session session-store', 'expired-there session-store']
          : ['session-expired server-1'],
      ]);
    },
  );

  it('by a wrong clock isn’t read, and the clock is named', () => {
    const clockOffsetsUs = [0, 86_400 * SECOND_US];
    expect(reasonsIn([add, cart], { strategy: 'sealed-cookie', clockOffsetsUs })).toEqual([
      ['session-expired server-2', 'clock-is-ahead server-2'],
    ]);
  });
});

describe.each(['shared-store', 'replicated', 'sealed-cookie'] as const)(
  'two versions of the code, %s',
  (strategy) => {
    it('don’t read each other’s sessions', () => {
      const [asked] = reasonsIn([add, cart], { strategy, versions: [1, 2] });
      expect(asked).toEqual(['written-by-another-version server-2']);
    });
  },
);

it('a session in a store that another version replaces stays there, without a cookie', () => {
  const [, , replaced] = reasonsIn([add, cart, cart, another], {
    strategy: 'shared-store',
    versions: [1, 2],
  });
  expect(replaced).toEqual(['written-by-another-version server-2', 'was-replaced session-store']);
});
