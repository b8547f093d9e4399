/** A scenario's variants: its strategies, or TCP and UDP when connections are the subject. */

import type { Scenario } from './scenario.ts';
import { type Mode, type StrategyId, strategyIds } from './strategies/session-strategy.ts';
import { modeOf, strategyOfMode } from './strategies/strategies.ts';

const transportIds = ['tcp', 'udp'] as const;

export type VariantId = StrategyId | (typeof transportIds)[number];

export function variantOf(scenario: Scenario): VariantId {
  return scenario.kind === 'cluster' ? scenario.strategy : scenario.transport;
}

/** A scenario's variants in display order. */
export function variantsOf({ kind }: Scenario): readonly VariantId[] {
  return kind === 'cluster' ? strategyIds : transportIds;
}

/** The scenario in another variant, or unchanged when it has no such variant. */
export function withVariant(scenario: Scenario, variant: VariantId): Scenario {
  if (variant === 'tcp' || variant === 'udp') {
    return scenario.kind === 'transport' ? { ...scenario, transport: variant } : scenario;
  }
  return scenario.kind === 'cluster' ? { ...scenario, strategy: variant } : scenario;
}

export function modeOfVariant(variant: VariantId): Mode {
  if (variant === 'tcp') return 'stateful';
  return variant === 'udp' ? 'stateless' : modeOf(variant);
}

/** The variant that a mode selects by default in this scenario. */
export function variantOfMode({ kind }: Scenario, mode: Mode): VariantId {
  if (kind === 'cluster') return strategyOfMode[mode];
  return mode === 'stateful' ? 'tcp' : 'udp';
}
