import { describe, expect, it } from 'vitest';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { variantOf } from '../../src/simulation/variant-of.ts';
import {
  modeOfVariant,
  traitsOf,
  variantIds,
  variantOfMode,
  variantsOf,
  withVariant,
} from '../../src/simulation/variants.ts';
import { scenario } from '../support/scenario.ts';

const cluster = scenario({ strategy: 'sticky' });
const overTcp = transportScenario({ transport: 'tcp', script: [] });
const overUdp = { ...overTcp, transport: 'udp' } as const;

describe('the variants', () => {
  it('of a cluster are its strategies, and of a connection TCP and UDP', () => {
    expect(variantsOf(cluster)).toEqual(strategyIds);
    expect(variantsOf(overTcp)).toEqual(['tcp', 'udp']);
    expect(variantIds).toEqual([...strategyIds, 'tcp', 'udp']);
    expect([cluster, overTcp, overUdp].map(variantOf)).toEqual(['sticky', 'tcp', 'udp']);
  });

  it('replace each other within one kind of scenario', () => {
    expect(withVariant(cluster, 'signed-token')).toEqual({ ...cluster, strategy: 'signed-token' });
    expect(withVariant(overTcp, 'udp')).toEqual(overUdp);
    expect(withVariant(cluster, 'udp')).toBe(cluster);
    expect(withVariant(overTcp, 'sticky')).toBe(overTcp);
  });

  it('have a mode, and each mode has a usual variant in each kind of scenario', () => {
    expect((['sticky', 'client-state', 'tcp', 'udp'] as const).map(modeOfVariant)).toEqual([
      'stateful',
      'stateless',
      'stateful',
      'stateless',
    ]);
    for (const mode of ['stateful', 'stateless'] as const) {
      for (const any of [cluster, overTcp]) {
        const variant = variantOfMode(any, mode);
        expect(modeOfVariant(variant)).toBe(mode);
        expect(variantsOf(any)).toContain(variant);
      }
    }
    expect(() => variantOfMode(overTcp, 'both' as never)).toThrow('both');
  });

  it('say where the state is: with TCP in the connection, with UDP in the request', () => {
    const placeOf = (any: Parameters<typeof traitsOf>[0]) => traitsOf(any).stateLocation;
    expect([overTcp, overUdp].map(placeOf)).toEqual(['connection', 'request']);
    expect([overTcp, overUdp].map((any) => traitsOf(any).usesKeys || traitsOf(any).keepsCopies)).toEqual([
      false,
      false,
    ]);
    expect(placeOf(scenario({ strategy: 'client-state' }))).toBe('request');
  });
});
