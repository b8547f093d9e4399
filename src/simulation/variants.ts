/** The ways in which one scenario can be run: under each strategy, or, where connections are the subject, over TCP and UDP. */

import type { Scenario } from './scenario.ts';
import { type Mode, type StrategyId, strategyIds } from './strategies/session-strategy.ts';
import { modeOf, strategyOfMode } from './strategies/strategies.ts';

const transportIds = ['tcp', 'udp'] as const;

export type VariantId = StrategyId | (typeof transportIds)[number];

export function variantOf(scenario: Scenario): VariantId {
  return scenario.kind === 'cluster' ? scenario.strategy : scenario.transport;
}

/** The variants of all kinds of scenarios. */
export const variantIds: readonly VariantId[] = [...strategyIds, ...transportIds];

/** All that there are of this scenario, in the order in which they are offered. */
export function variantsOf({ kind }: Scenario): readonly VariantId[] {
  return kind === 'cluster' ? strategyIds : transportIds;
}

/** The same in another way; as it is, where there is no such way. */
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

/** What a mode stands for in this scenario until another is chosen. */
export function variantOfMode({ kind }: Scenario, mode: Mode): VariantId {
  if (kind === 'cluster') return strategyOfMode[mode];
  return mode === 'stateful' ? 'tcp' : 'udp';
}
