/** The applications of a scenario, and the initial script of each. */

import type { Line } from '../../simulation/applications/line.ts';
import type { TransportLine } from '../../simulation/applications/transport-line.ts';
import { clients, clusterScenario, type Scenario } from '../../simulation/scenario.ts';
import { defaultStrategyOf } from '../../simulation/strategies/strategies.ts';
import { transportScenario } from '../../simulation/transport-scenario.ts';
import { isBareKind, isTransportLine, type ScriptLine } from './script-text.ts';

export const applicationIds = ['shop', 'account', 'payment', 'tcp', 'udp'] as const;
export type ApplicationId = (typeof applicationIds)[number];

const scripts: Readonly<Record<'shop' | 'account' | 'payment', readonly Line[]>> = {
  shop: [
    { kind: 'shop', said: { product: 'laptop' } },
    { kind: 'shop', said: { quantity: 2 } },
    { kind: 'shop', said: { payment: 'card' } },
  ],
  account: [
    { kind: 'visit' },
    { kind: 'log-in', user: 'mina' },
    { kind: 'me' },
    { kind: 'log-out' },
    { kind: 'me' },
  ],
  payment: [
    { kind: 'log-in', user: 'jun' },
    { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false },
  ],
};

const talk: readonly TransportLine[] = [
  { kind: 'open' },
  { kind: 'send', text: 'hello' },
  { kind: 'request', text: 'two' },
  { kind: 'close' },
];

/** Undefined for a custom script. */
export function applicationOf(scenario: Scenario): ApplicationId | undefined {
  if (scenario.kind === 'transport') return scenario.transport;
  const text = JSON.stringify(scenario.clients[0]?.script);
  return (['shop', 'account', 'payment'] as const).find((id) => JSON.stringify(scripts[id]) === text);
}

/** Keeps what both applications have: servers, seed, and cluster settings. */
export function withApplication(scenario: Scenario, application: ApplicationId): Scenario {
  const { servers, seed } = scenario;
  if (application === 'tcp' || application === 'udp') {
    return scenario.kind === 'transport'
      ? { ...scenario, transport: application }
      : transportScenario({ transport: application, script: talk, servers: Math.min(servers, 2), seed });
  }
  const script = scripts[application];
  if (scenario.kind === 'transport') {
    return clusterScenario({
      strategy: defaultStrategyOf('stateful'),
      servers,
      seed,
      clients: [clients(script)],
    });
  }
  const [first, ...others] = scenario.clients;
  return { ...scenario, clients: [first === undefined ? clients(script) : { ...first, script }, ...others] };
}

const clusterKinds: readonly Line['kind'][] = [
  ...(['shop', 'visit', 'log-in', 'me', 'admin', 'log-out'] as const),
  ...(['note', 'refresh', 'pay', 'add-to-cart', 'cart', 'wait', 'hand-over', 'at-once'] as const),
];
const transportKinds: readonly TransportLine['kind'][] = ['open', 'send', 'request', 'close'];

/** The kinds of line that can stand in one script with this one. */
export function kindsBeside(line: ScriptLine): readonly ScriptLine['kind'][] {
  return isTransportLine(line) ? transportKinds : clusterKinds;
}

/** The kinds that this line can become. Handing something over takes a second client. */
export function kindsFor(line: ScriptLine, clientCount: number): readonly ScriptLine['kind'][] {
  const canReceive = clientCount > 1;
  return kindsBeside(line).filter((kind) => kind !== 'hand-over' || kind === line.kind || canReceive);
}

const addLaptop = { kind: 'add-to-cart', product: 'laptop' } as const;

/** An initial line of this kind. */
export function lineOfKind(kind: ScriptLine['kind']): ScriptLine {
  if (isBareKind(kind)) return { kind };
  switch (kind) {
    case 'shop':
      return { kind, said: { product: 'laptop' } };
    case 'log-in':
      return { kind, user: 'mina' };
    case 'note':
      return { kind, characters: 3_000 };
    case 'add-to-cart':
      return { kind, product: 'laptop' };
    case 'at-once':
      return { kind, lines: [addLaptop, { kind: 'add-to-cart', product: 'americano' }] };
    case 'pay':
      return { kind, amountWon: 50_000, hasIdempotencyKey: false };
    case 'hand-over':
      return { kind, to: 'client-2' };
    case 'wait':
      return { kind, us: 30_000_000 };
    case 'send':
    case 'request':
      return { kind, text: 'hello' };
    default:
      throw new Error(`Unknown kind ${kind satisfies never}`);
  }
}
