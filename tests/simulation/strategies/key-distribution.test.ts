/** Keys shared by all servers, made by each, or read from the store. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterEvent, Command } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { GivenScenario } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { crash, restart, whenAnswered, whenSent } from '../../support/scenario.ts';
import {
  fatesOf,
  instruct,
  keptInStore,
  keyRingOn,
  logIn,
  me,
  SECOND_US,
  says,
  tokens,
} from '../../support/token-runs.ts';

const strategies = ['signed-token', 'sealed-cookie'] as const;
const own = { keys: { kind: 'own' } } as const;
const inStore = { keys: { kind: 'in-store', refreshUs: 60 * SECOND_US } } as const;
const twoInTurn = { servers: 2, balancing: 'round-robin' } as const;

function kidsOn(node: NodeId, events: readonly ClusterEvent[]): readonly string[] {
  return keyRingOn(node, events)?.verification.map(({ kid }) => kid) ?? [];
}

function rotate(nodes: readonly NodeId[], keepsOld = true, moment = whenAnswered('client/1')): Command {
  return instruct(nodes, { kind: 'rotate-key', kid: '2', keepsOld }, moment);
}

const run = (
  changes: Partial<GivenScenario>,
  commands: readonly Command[] = [],
  lines = [logIn, me, me, me],
) => record(says(lines, changes), commands);

describe.each(strategies)('under %s', (strategy) => {
  it('a key of each server is known to no other one: the login comes and goes', () => {
    const events = run({ strategy, ...own, ...twoInTurn });
    expect(fatesOf(events).slice(0, 3)).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 401 unknown-key',
      'client/3 server-1: 200',
    ]);
    const [one, other] = ['server-1', 'server-2'].map((node) => kidsOn(node, events));
    expect(one).toHaveLength(1);
    expect(one).not.toEqual(other);
  });

  it('a restart makes another key, so what was issued before is refused', () => {
    const events = run({ strategy, ...own, servers: 1 }, [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', 100_000)),
    ]);
    expect(fatesOf(events)[1]).toBe('client/2 server-1: 401 unknown-key');
  });

  it('shared keys are on disk, so a restart changes nothing', () => {
    const events = run({ strategy, servers: 1 }, [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', 100_000)),
    ]);
    expect(fatesOf(events)[1]).toBe('client/2 server-1: 200');
  });

  it('keys in the store are the same everywhere, in any order of starts', () => {
    const events = run({ strategy, ...inStore, balancing: 'round-robin' });
    expect(fatesOf(events).map((fate) => fate.slice(-3))).toEqual(['200', '200', '200', '200']);
    const kids = ['server-1', 'server-2', 'server-3'].map((node) => kidsOn(node, events));
    expect(kids[0]).toHaveLength(1);
    expect(kids[1]).toEqual(kids[0]);
    expect(kids[2]).toEqual(kids[0]);
    expect(keptInStore(events).map(([key]) => key)).toEqual(['key-ring']);
  });

  it('a key that one server puts into the store is unknown to the other until it reads them again', () => {
    const changes = {
      strategy,
      ...twoInTurn,
      keys: { kind: 'in-store', refreshUs: 10 * SECOND_US },
    } as const;
    // The first cookie or token is of the old key, so the second login is by the new one.
    const lines = [logIn, me, logIn, me, me, me];
    const fates = fatesOf(run(changes, [rotate(['server-1'], true, whenSent('client/3'))], lines));
    expect(fates.slice(2)).toEqual([
      'client/3 server-1: 200',
      // At 12 s, after the second reading.
      'client/4 server-2: 200',
      'client/5 server-1: 200',
      'client/6 server-2: 200',
    ]);
    const late = { ...changes, keys: { kind: 'in-store', refreshUs: 60 * SECOND_US } } as const;
    expect(fatesOf(run(late, [rotate(['server-1'], true, whenSent('client/3'))], lines))[3]).toBe(
      'client/4 server-2: 401 unknown-key',
    );
  });

  it('a server that was down missed the new key', () => {
    const commands = [
      crash('server-2', whenAnswered('client/1')),
      rotate(['server-1', 'server-2'], true, whenAnswered('client/1', 10)),
      restart('server-2', whenAnswered('client/1', 20)),
    ];
    const events = run({ strategy, ...twoInTurn }, commands, [logIn, logIn, logIn, me]);
    expect(kidsOn('server-1', events)).toEqual(['2', '1']);
    expect(kidsOn('server-2', events)).toEqual(['1']);
    expect(fatesOf(events).some((fate) => fate.endsWith('unknown-key'))).toBe(true);
  });
});

describe('a store that loses the keys', () => {
  it('gets new ones from the server that misses them first, and old tokens are refused', () => {
    const changes = { keys: { kind: 'in-store', refreshUs: 3 * SECOND_US }, servers: 1 } as const;
    const events = run(changes, [instruct(['session-store'], { kind: 'flush' }, whenAnswered('client/1'))]);
    expect(fatesOf(events)[1]).toBe('client/2 server-1: 401 unknown-key');
    expect(keptInStore(events)).toHaveLength(1);
  });

  it('is replaced by its replica, which has them', () => {
    const replica = { copyDelayUs: 1_000, pingIntervalUs: 100_000, pingFailuresMax: 2 };
    const store = { isPersistent: false, entriesMax: null, replica };
    const changes = { keys: { kind: 'in-store', refreshUs: 3 * SECOND_US }, store } as const;
    const events = run(changes, [
      crash('session-store', whenAnswered('client/1')),
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', 2 * SECOND_US)),
    ]);
    expect(kidsOn('server-1', events)).toEqual(kidsOn('server-2', events));
  });
});

describe('key pairs', () => {
  const pairs = { tokens: tokens({ signature: 'public-key' }) } as const;

  it('are whole on Server 1 only; the others verify, and can’t log anyone in', () => {
    const events = run({ ...pairs, ...twoInTurn }, [], [logIn, me, me, logIn]);
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-1: 200',
      'client/4 server-2: 503 cannot-sign',
    ]);
    expect(keyRingOn('server-1', events)?.verification[0]).toHaveProperty('d');
    expect(keyRingOn('server-2', events)?.verification[0]).not.toHaveProperty('d');
    expect(keyRingOn('server-2', events)?.signing).toBeNull();
  });

  it.each(['shared-secret', 'public-key'] as const)(
    'what leaks from Server 2 makes an administrator: %s',
    (signature) => {
      const changes = { tokens: tokens({ signature }), ...twoInTurn };
      const [leaked] = keyRingOn('server-2', run(changes))?.verification ?? [];
      const secret = leaked?.kty === 'oct' ? leaked.k : (leaked?.d ?? leaked?.x ?? '');
      const tampers = [
        { kind: 'set-claim', claim: 'role', value: 'admin' } as const,
        { kind: 'sign-with-leaked-key', secret } as const,
      ].map((tampering) => instruct(['client'], { kind: 'tamper', tampering }, whenAnswered('client/1')));
      const fates = fatesOf(run(changes, tampers, [logIn, { kind: 'admin' }] as never));
      expect(fates[1]).toBe(
        signature === 'shared-secret' ? 'client/2 server-2: 200' : 'client/2 server-2: 401 bad-signature',
      );
    },
  );

  it('never leave their server for the store', () => {
    const events = run({ ...pairs, ...inStore }, [rotate(['server-1', 'server-2'])]);
    expect(JSON.stringify(keptInStore(events))).not.toContain('"d":');
    expect(
      fatesOf(events)
        .slice(1)
        .every((fate) => fate.endsWith('200')),
    ).toBe(true);
  });
});

it('keys are equal for equal seeds, whatever their distribution', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom(own, inStore),
      fc.constantFrom(...strategies),
      (seed, keys, strategy) => {
        const once = run({ seed, strategy, ...keys });
        expect(run({ seed, strategy, ...keys })).toEqual(once);
      },
    ),
    { numRuns: 5 },
  );
});
