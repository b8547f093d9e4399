import { describe, expect, it } from 'vitest';
import { strategyIds } from '../../../src/simulation/strategies/session-strategy.ts';
import { modeOf, placementOf, strategyOfMode } from '../../../src/simulation/strategies/strategies.ts';
import { scenario } from '../../support/scenario.ts';

describe('strategies', () => {
  it('are each listed under their own name', () => {
    for (const id of strategyIds) expect(placementOf(scenario({ strategy: id })).id).toBe(id);
  });

  it('are stateful or stateless as in DESIGN.md', () => {
    expect([modeOf('server-memory'), modeOf('client-state')]).toEqual(['stateful', 'stateless']);
  });

  it('include the default of each mode', () => {
    for (const mode of ['stateful', 'stateless'] as const) expect(modeOf(strategyOfMode[mode])).toBe(mode);
  });
});
