/** Sessions in a sealed cookie or a signed token that a server can't read, and that its answer replaces. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import type { Command } from '../../../src/simulation/cluster.ts';
import { runWith } from '../../support/explanations.ts';
import { type ScenarioChanges, whenAnswered } from '../../support/scenario.ts';
import { instruct, logIn, SECOND_US, tokens } from '../../support/token-runs.ts';

const add: Line = { kind: 'add-to-cart', product: 'laptop' };
const another: Line = { kind: 'add-to-cart', product: 'americano' };
const cart: Line = { kind: 'cart' };
const logInAsJun: Line = { kind: 'log-in', user: 'jun' };
const pause: Line = { kind: 'wait', us: 60 * SECOND_US };
const inTurn = { servers: 2, balancing: 'round-robin' } as const;

function lostIn(script: readonly Line[], changes: ScenarioChanges, commands: readonly Command[] = []) {
  const score = runWith(script, { ...inTurn, ...changes }, commands).scores.at(-1);
  return { sessions: score?.sessionsLost, replaced: score?.losses.replaced };
}

const nothing = { sessions: 0, replaced: 0 };
const one = { sessions: 1, replaced: 1 };

describe.each(['sealed-cookie', 'signed-token'] as const)('a %s', (strategy) => {
  const keys = { kind: 'own' } as const;

  it('is lost when a server without its key puts another one in its place', () => {
    expect(lostIn([add, another], { strategy, keys })).toEqual(one);
  });

  it('isn’t lost while it’s only not read', () => {
    expect(lostIn([add, cart, another], { strategy, keys })).toEqual(nothing);
  });

  it('isn’t lost where all servers have the key, or one had it changed', () => {
    expect(lostIn([add, another, cart], { strategy })).toEqual(nothing);
    const keepsOld = { kind: 'rotate-key', kid: '2', keepsOld: true } as const;
    const rotated = instruct(['server-1', 'server-2'], keepsOld, whenAnswered('client/1', 1_000));
    expect(lostIn([add, another, cart], { strategy }, [rotated])).toEqual(nothing);
  });

  it('isn’t lost to a user who logs in as someone else', () => {
    expect(lostIn([logIn, logInAsJun], { strategy, keys })).toEqual(nothing);
  });

  it('is lost with the cart that the next user of the browser doesn’t get', () => {
    expect(lostIn([add, logInAsJun], { strategy, keys })).toEqual(one);
  });
});

it('a token whose time was over isn’t lost', () => {
  const short = { strategy: 'signed-token', tokens: tokens({ lifetimeUs: 10 * SECOND_US }) } as const;
  expect(lostIn([add, pause, another], { ...short, keys: { kind: 'own' } })).toEqual(nothing);
});

it('a sealed cookie is lost to another version of the code', () => {
  expect(lostIn([add, another], { strategy: 'sealed-cookie', versions: [1, 2] })).toEqual(one);
});
