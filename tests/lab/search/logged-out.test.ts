/** Logouts that a copy of the credential survives, also if a response has replaced the credential in between. */
import { describe, expect, it } from 'vitest';
import { properties } from '../../../src/lab/search/properties.ts';
import type { Line } from '../../../src/simulation/applications/line.ts';
import { type ClusterScenario, clients } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { scenario, whenAnswered } from '../../support/scenario.ts';

const SECOND_US = 1_000_000;
const logIn: Line = { kind: 'log-in', user: 'mina' };
const me = { kind: 'me' } as const;
const logOut: Line = { kind: 'log-out' };
const copy: Line = { kind: 'hand-over', to: 'client-2' };
const tokens = scenario({}).tokens;

/** Client 2 uses its copy after the last line of the script has been answered. */
function isBroken(
  script: readonly Line[],
  changes: Partial<ClusterScenario>,
  then: readonly Line[] = [me],
): boolean {
  const events = record(scenario({ servers: 2, ...changes, clients: [clients(script), clients([])] }), [
    ...then.map(
      (line, index) =>
        ({
          kind: 'instruct',
          nodes: ['client-2'],
          instruction: { kind: 'say', line: line as typeof me },
          moment: whenAnswered(`client/${script.length}`, (1 + index) * SECOND_US),
        }) as const,
    ),
  ]);
  const sink = properties['logged-out-works']();
  for (const event of events) sink.report(event);
  return sink.brokenAt !== null;
}

describe('a copy of a credential after the logout', () => {
  it.each([
    ['a sealed cookie', { strategy: 'sealed-cookie' }, [logIn, copy, me, logOut]],
    ['a signed token', { strategy: 'signed-token' }, [logIn, copy, logOut]],
    [
      'a signed token, replaced by one with a cart',
      { strategy: 'signed-token' },
      [logIn, copy, { kind: 'add-to-cart', product: 'laptop' }, logOut],
    ],
    [
      'a signed token, replaced by a refresh',
      { strategy: 'signed-token', tokens: { ...tokens, refreshLifetimeUs: 600 * SECOND_US } },
      [logIn, copy, { kind: 'refresh' }, logOut],
    ],
    ['a password', { strategy: 'client-state' }, [logIn, copy, logOut]],
  ] satisfies [string, Partial<ClusterScenario>, Line[]][])('works: %s', (_, changes, script) => {
    expect(isBroken(script, changes)).toBe(true);
  });

  it.each([
    ['a session in a store', { strategy: 'shared-store' }, [logIn, copy, me, logOut]],
    [
      'a session on the one server that a cookie names',
      { strategy: 'sticky', servers: 1 },
      [logIn, copy, me, logOut],
    ],
    [
      'a token on a deny list',
      { strategy: 'signed-token', tokens: { ...tokens, hasDenyList: true } },
      [logIn, copy, logOut],
    ],
  ] satisfies [string, Partial<ClusterScenario>, Line[]][])('is worth nothing: %s', (_, changes, script) => {
    expect(isBroken(script, changes)).toBe(false);
  });

  it('is no matter of another login of the same user', () => {
    expect(isBroken([logIn, logOut, logIn, copy], { strategy: 'client-state' })).toBe(false);
    expect(isBroken([logIn, logOut, logIn, copy], { strategy: 'sealed-cookie' })).toBe(false);
    expect(isBroken([logIn, logOut, logIn, copy], { strategy: 'shared-store' })).toBe(false);
  });
});
