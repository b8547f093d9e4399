/** Scripts with every kind of line, and scenarios with many different events. */
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { NodeCommand } from '../../src/simulation/commands/node-commands.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { type TransportScenario, transportScenario } from '../../src/simulation/transport-scenario.ts';
import { linesOf, purchase, whenAnswered, whenSent } from './scenario.ts';

export const scripts = {
  shop: [...linesOf(purchase('laptop')), ...linesOf([{ quantity: 2 }])],
  account: [
    { kind: 'visit' },
    { kind: 'log-in', user: 'mina' },
    { kind: 'me' },
    { kind: 'admin' },
    { kind: 'log-out' },
    { kind: 'me' },
  ],
  payment: [
    { kind: 'log-in', user: 'jun' },
    { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false },
    { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: true },
  ],
} as const satisfies Record<string, readonly Line[]>;
export type ScriptName = keyof typeof scripts;
export const scriptNames = Object.keys(scripts) as readonly ScriptName[];

/** Two clients that retry. The second one starts later. */
export function speaking(
  strategy: StrategyId,
  script: ScriptName,
  changes: Partial<ClusterScenario> = {},
): ClusterScenario {
  const given = { retries: 1, logsInAgain: true };
  return clusterScenario({
    strategy,
    clients: [
      clients(scripts[script], given),
      clients([{ kind: 'visit' }, { kind: 'me' }], { arrivesWithinUs: 8_000_000 }),
    ],
    ...changes,
  });
}

export const connecting = (transport: TransportScenario['transport']): TransportScenario =>
  transportScenario({
    transport,
    script: [
      { kind: 'open' },
      { kind: 'send', text: 'hello' },
      { kind: 'request', text: 'two' },
      { kind: 'close' },
    ],
  });

const instructions: readonly NodeCommand[] = [
  { kind: 'say', line: { kind: 'hand-over', to: 'client-2' } },
  { kind: 'say', line: { kind: 'shop', said: { product: 'americano' } } },
  { kind: 'say', line: { kind: 'log-in', user: 'root' } },
  { kind: 'say', line: { kind: 'pay', amountWon: 3_000, hasIdempotencyKey: false } },
  { kind: 'say', line: { kind: 'admin' } },
  { kind: 'stay-away', forUs: 130_000_000 },
  { kind: 'tamper', tampering: { kind: 'set-claim', claim: 'role', value: 'admin' } },
];

/** Operator commands other than crashing a server, each as a list of commands. */
export const operations: readonly (readonly Command[])[] = [
  ...(['server-1', 'load-balancer', 'database'] as const).map((node): Command[] => [
    { kind: 'crash', node, moment: whenAnswered('client/1') },
    { kind: 'restart', node, moment: whenAnswered('client/2') },
  ]),
  [
    { kind: 'add', node: 'server-4', moment: whenAnswered('client/1') },
    { kind: 'add', node: 'server-4', moment: whenAnswered('client/1') },
    { kind: 'drain', node: 'server-1', moment: whenSent('client/2', 24_000) },
    { kind: 'drain', node: 'server-9', moment: whenAnswered('client/2') },
  ],
  [
    { kind: 'cut', between: ['load-balancer', 'server-1'], moment: whenAnswered('client/1') },
    { kind: 'cut', between: ['load-balancer', 'server-1'], moment: whenAnswered('client/1') },
    { kind: 'heal', between: ['load-balancer', 'server-1'], moment: whenAnswered('client/2') },
    { kind: 'heal-all', moment: whenAnswered('client/2') },
  ],
  [{ kind: 'partition', nodes: ['server-1', 'server-2'], moment: whenSent('client/2', 24_000) }],
  [{ kind: 'cut', between: ['server-1', 'database'], moment: whenAnswered('client/1') }],
  [{ kind: 'drop', from: 'client', to: 'load-balancer', moment: whenAnswered('client/1') }],
  [{ kind: 'drop', from: 'load-balancer', to: 'client', moment: whenAnswered('client/1') }],
  [{ kind: 'drop', from: null, to: 'load-balancer', moment: whenSent('client/2', 24_000) }],
  [{ kind: 'drop', from: null, to: null, moment: whenAnswered('client/1') }],
  ...instructions.map((instruction): Command[] => [
    { kind: 'instruct', nodes: ['client'], instruction, moment: whenAnswered('client/2') },
  ]),
  [
    {
      kind: 'instruct',
      nodes: ['server-1', 'server-2', 'server-3'],
      instruction: { kind: 'rotate-key', kid: '2', keepsOld: false },
      moment: whenAnswered('client/2'),
    },
  ],
  [
    {
      kind: 'instruct',
      nodes: ['server-1'],
      instruction: { kind: 'remove-keys' },
      moment: whenAnswered('client/2'),
    },
  ],
];
