import { describe, expect, it } from 'vitest';
import {
  defaultStrategyOf,
  modeOf,
  strategies,
  strategyIds,
} from '../../../src/simulation/strategies/strategies.ts';
import { modes, otherMode } from '../../../src/simulation/strategies/strategy-traits.ts';

describe('strategies', () => {
  it('are each listed under their own id', () => {
    for (const id of strategyIds) expect(strategies[id].id).toBe(id);
  });

  it('have a mode and the other one', () => {
    expect(modes.map(otherMode)).toEqual(modes.toReversed());
  });

  it('are listed by mode, the default first', () => {
    expect(strategyIds.map((id) => [modeOf(id), id])).toEqual([
      ['stateful', 'server-memory'],
      ['stateful', 'sticky'],
      ['stateful', 'replicated'],
      ['stateful', 'shared-store'],
      ['stateless', 'client-state'],
      ['stateless', 'signed-token'],
      ['stateless', 'sealed-cookie'],
    ]);
    expect([defaultStrategyOf('stateful'), defaultStrategyOf('stateless')]).toEqual([
      'server-memory',
      'client-state',
    ]);
  });
});
