/** A scenario's variants: its strategies, or TCP and UDP when connections are the subject. */
import type { Scenario } from './scenario.ts';
import { defaultStrategyOf, type StrategyId, strategies, strategyIds } from './strategies/strategies.ts';
import type { Mode, StateLocation, StrategyCards } from './strategies/strategy-traits.ts';

/** What strategies and transports have in common. */
export interface VariantTraits {
  readonly mode: Mode;
  readonly stateLocation: StateLocation | 'connection';
  readonly usesKeys: boolean;
  readonly keepsCopies: boolean;
  readonly carriesBearerToken: boolean;
  readonly cards: StrategyCards;
}

const noServerCards = { serverJoined: [], newServerAnswered: [], sessionMissing: [] } as const;

const transports = {
  tcp: {
    mode: 'stateful',
    stateLocation: 'connection',
    usesKeys: false,
    keepsCopies: false,
    carriesBearerToken: false,
    cards: { ...noServerCards, serverCrashed: ['lost-connection-is-not-resumed'] },
  },
  udp: {
    mode: 'stateless',
    stateLocation: 'request',
    usesKeys: false,
    keepsCopies: false,
    carriesBearerToken: false,
    cards: { ...noServerCards, serverCrashed: ['state-is-what-is-remembered'] },
  },
} as const satisfies Readonly<Record<string, VariantTraits>>;

type TransportId = keyof typeof transports;

export type VariantId = StrategyId | TransportId;

const transportIds = Object.keys(transports) as readonly TransportId[];

function isTransport(variant: VariantId): variant is TransportId {
  return variant in transports;
}

/** The variants of all kinds of scenarios. */
export const variantIds: readonly VariantId[] = [...strategyIds, ...transportIds];

/** A scenario's variants in display order. */
export function variantsOf({ kind }: Scenario): readonly VariantId[] {
  return kind === 'cluster' ? strategyIds : transportIds;
}

/** The traits of the variant that a scenario runs under. The literal types let the guide check the cards' IDs. */
export function traitsOf(scenario: Scenario) {
  return scenario.kind === 'cluster' ? strategies[scenario.strategy] : transports[scenario.transport];
}

/** The scenario in another variant, or unchanged when it has no such variant. */
export function withVariant(scenario: Scenario, variant: VariantId): Scenario {
  if (isTransport(variant)) {
    return scenario.kind === 'transport' ? { ...scenario, transport: variant } : scenario;
  }
  return scenario.kind === 'cluster' ? { ...scenario, strategy: variant } : scenario;
}

export function modeOfVariant(variant: VariantId): Mode {
  return isTransport(variant) ? transports[variant].mode : strategies[variant].mode;
}

/** The variant that a mode selects by default in this scenario. */
export function variantOfMode({ kind }: Scenario, mode: Mode): VariantId {
  if (kind === 'cluster') return defaultStrategyOf(mode);
  const found = transportIds.find((id) => transports[id].mode === mode);
  if (found === undefined) throw new Error(`No transport is ${mode}.`);
  return found;
}
