import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../../src/simulation/simulate.ts';
import { scenario } from '../../support/scenario.ts';

/** The session IDs of a run where every line starts a session at a server that doesn't know the client. */
function sessionIds(seed: number): string[] {
  const script = Array.from({ length: 9 }, () => ({ product: 'laptop' }) as const);
  const events = record(scenario({ seed, servers: 9, balancing: 'round-robin', script }), []);
  return events.flatMap((event) =>
    event.kind === 'remembered' && event.item.kind === 'session' ? [event.item.session.id] : [],
  );
}

describe('session IDs', () => {
  it('have at least 64 random bits (OWASP Session Management) and no meaning', () => {
    for (const id of sessionIds(1)) expect(id).toMatch(/^[0-9a-f]{16,}$/);
  });

  it('are unique across servers and seeds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        fc.pre(one !== other);
        const ids = [...sessionIds(one), ...sessionIds(other)];
        expect([ids.length, new Set(ids).size]).toEqual([18, 18]);
      }),
      { numRuns: 30 },
    );
  });
});
