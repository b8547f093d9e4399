/** What a client can be told to do at a step. */
import type { Line } from '../simulation/applications/line.ts';
import { paymentMethods, productIds } from '../simulation/applications/shop.ts';
import type { TransportLine } from '../simulation/applications/transport-line.ts';
import { isClient } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { type MemoryItem, sessionIn } from '../simulation/memory.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';
import type { TransportScenario } from '../simulation/transport-scenario.ts';
import { DELAY_US_MAX } from '../simulation/validation/limits.ts';
import type { Run } from '../trace/run.ts';
import type { Snapshot } from '../trace/snapshots.ts';
import type { CommandPayload } from './state.ts';

export function clientCommands(run: Run, step: number, client: NodeId): readonly CommandPayload[] {
  const snapshot = run.states[step]?.snapshot;
  if (snapshot === undefined) return [];
  const { scenario } = run;
  if (scenario.kind === 'transport') return transportCommands(scenario, client, itemsOn(client, snapshot));
  const lines = linesFor(scenario, snapshot, client);
  const payloads = lines.map((line): CommandPayload => {
    return { kind: 'instruct', nodes: [client], instruction: { kind: 'say', line } };
  });
  return [...absenceCommands(run, scenario, step, client), ...payloads];
}

/** What is said besides: what the script is about, and what whoever is logged in can do. */
function linesFor(scenario: ClusterScenario, snapshot: Snapshot, client: NodeId): readonly Line[] {
  const items = itemsOn(client, snapshot);
  const isShopping = scenario.clients.some(({ script }) => script.some(({ kind }) => kind === 'shop'));
  const lines: Line[] = isShopping ? [...shopLines] : [...accountLines];
  if (isLoggedIn(items, snapshot)) lines.push({ kind: 'log-out' });
  if (items.some(({ kind }) => kind === 'refresh-token')) lines.push({ kind: 'refresh' });
  if (items.some(({ kind }) => stealable.has(kind))) {
    const others = [...snapshot].flatMap(([id]) => (isClient(id) && id !== client ? [id] : []));
    lines.push(...others.slice(0, OTHERS_MAX).map((to): Line => ({ kind: 'hand-over', to })));
  }
  return lines;
}

const OTHERS_MAX = 3;

const shopLines: readonly Line[] = [
  ...productIds.map((product): Line => ({ kind: 'shop', said: { product } })),
  { kind: 'shop', said: { quantity: 3 } },
  ...paymentMethods.slice(0, 1).map((payment): Line => ({ kind: 'shop', said: { payment } })),
];

const accountLines: readonly Line[] = [
  { kind: 'log-in', user: 'mina' },
  { kind: 'me' },
  { kind: 'admin' },
  { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: true },
];

/** What proves who somebody is. */
const stealable: ReadonlySet<MemoryItem['kind']> = new Set(['cookie', 'access-token']);

function isLoggedIn(items: readonly MemoryItem[], snapshot: Snapshot): boolean {
  return items.some((item) => {
    if (item.kind === 'credentials' || item.kind === 'access-token') return true;
    return item.kind === 'cookie' && hasUser(item.value, snapshot);
  });
}

function hasUser(sessionId: string, snapshot: Snapshot): boolean {
  for (const [, { memory }] of snapshot) {
    for (const { item } of memory) {
      const session = sessionIn(item);
      if (session?.id === sessionId && session.data.user !== undefined) return true;
    }
  }
  return false;
}

/** Long enough for what the client holds to expire, where it has more to say afterwards. */
function absenceCommands(
  run: Run,
  { sessions, tokens }: ClusterScenario,
  step: number,
  client: NodeId,
): readonly CommandPayload[] {
  const snapshot = run.states[step]?.snapshot;
  const items = snapshot === undefined ? [] : itemsOn(client, snapshot);
  const holds = (kind: MemoryItem['kind']) => items.some((item) => item.kind === kind);
  if (!holds('cookie') && !holds('access-token')) return [];
  const forUs = holds('access-token') ? tokens.lifetimeUs : sessions.idleUs;
  const goesOn = run.steps.slice(step + 1).some((later) => later.moment.request.startsWith(`${client}/`));
  return goesOn && awayUs(run) + forUs <= DELAY_US_MAX
    ? [{ kind: 'instruct', nodes: [client], instruction: { kind: 'stay-away', forUs } }]
    : [];
}

function awayUs({ commands }: Run): number {
  return commands.reduce(
    (sum, command) =>
      command.kind === 'instruct' && command.instruction.kind === 'stay-away'
        ? sum + command.instruction.forUs
        : sum,
    0,
  );
}

function transportCommands(
  { transport }: TransportScenario,
  client: NodeId,
  items: readonly MemoryItem[],
): readonly CommandPayload[] {
  const isOpen = items.some(({ kind }) => kind === 'tcp-connection');
  const speech: readonly TransportLine[] = [
    { kind: 'request', text: 'PING' },
    { kind: 'send', text: 'NOTE' },
  ];
  const lines: readonly TransportLine[] =
    transport === 'udp' ? speech : isOpen ? [...speech, { kind: 'close' }] : [{ kind: 'open' }];
  return lines.map((line) => ({ kind: 'instruct', nodes: [client], instruction: { kind: 'do', line } }));
}

function itemsOn(node: NodeId, snapshot: Snapshot): readonly MemoryItem[] {
  return [...(snapshot.get(node)?.memory ?? [])].map(({ item }) => item);
}
