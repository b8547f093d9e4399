import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverwriteReader } from '../../../src/simulation/losses/overwrites.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../../src/simulation/scenario.ts';
import { sessionWrites } from '../../../src/simulation/session.ts';
import { record } from '../../../src/simulation/simulate.ts';
import type { StrategyId } from '../../../src/simulation/strategies/strategies.ts';
import { plainOverwrites, startsAnew } from '../../support/plain-overwrites.ts';
import { anySchedule } from '../../support/schedules.ts';

const strategies = [
  'server-memory',
  'replicated',
  'shared-store',
  'sealed-cookie',
  'signed-token',
] as const satisfies readonly StrategyId[];

/** Two tabs and a phone that share one session, so that requests overlap all the time. */
function anyCrowdedSession(strategy: StrategyId): fc.Arbitrary<ClusterScenario> {
  const anyConditions = fc.record({
    balancing: fc.constantFrom('first' as const, 'round-robin' as const),
    writes: fc.constantFrom(...sessionWrites),
    seed: fc.nat(),
    meanUs: fc.integer({ min: 1, max: 400_000 }),
  });
  return anyConditions.map(({ balancing, writes, seed, meanUs }) => {
    const cart = { kind: 'add-to-cart', product: 'laptop' } as const;
    const both = { kind: 'at-once', lines: [cart, { kind: 'add-to-cart', product: 'americano' }] } as const;
    const leaving = { kind: 'at-once', lines: [cart, { kind: 'log-out' }] } as const;
    const noting = { kind: 'at-once', lines: [cart, { kind: 'note', characters: 20 }] } as const;
    const plain = clusterScenario({
      strategy,
      balancing,
      seed,
      clients: [clients([{ kind: 'log-in', user: 'mina' }, both, noting, leaving, both])],
    });
    return {
      ...plain,
      sessions: { ...plain.sessions, writes },
      timing: { ...plain.timing, service: { kind: 'exponential', meanUs } },
    };
  });
}

function overwritesIn(events: ReturnType<typeof record>) {
  const reader = new OverwriteReader();
  return events.flatMap((event) => reader.follow(event) ?? []);
}

describe('lost updates', () => {
  it('are those of their definition, in any run', () => {
    fc.assert(
      fc.property(anySchedule, ({ scenario, commands }) => {
        const events = record(scenario, commands);
        fc.pre(!startsAnew(events));
        expect(overwritesIn(events)).toMatchObject(plainOverwrites(events));
      }),
      { numRuns: 60 },
    );
  });

  it.each(strategies)('are those of their definition where requests share a session: %s', (strategy) => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(anyCrowdedSession(strategy), (scenario) => {
        const events = record(scenario, []);
        const plain = plainOverwrites(events);
        for (const { kind } of plain) kinds.add(kind);
        expect(overwritesIn(events)).toMatchObject(plain);
      }),
      // The same runs each time, because few of them have the rarer kind.
      { numRuns: 30, seed: 1 },
    );
    // A server that is sent an older copy takes no ended session back.
    expect([...kinds].toSorted()).toEqual(
      strategy === 'replicated' ? ['overwritten'] : ['overwritten', 'revived'],
    );
  });
});
