/**
 * What an operator can sensibly do at a step: each of these payloads is carried out when it is given there. Told from the
 * scenario and from what everybody is and remembers at that step; nothing of it looks ahead but for the message under way.
 */
import {
  DATABASE,
  isClient,
  isServer,
  LOAD_BALANCER,
  SESSION_STORE,
  SESSION_STORE_REPLICA,
} from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import { COMMANDS_MAX } from '../simulation/scenario.ts';
import { variantOf } from '../simulation/variants.ts';
import type { Run } from '../trace/run.ts';
import type { NodeSnapshot, StepState } from '../trace/snapshots.ts';
import { clientCommands } from './client-commands.ts';
import { nextServer } from './next-server.ts';
import type { CommandPayload } from './state.ts';

export interface AvailableCommand {
  readonly payload: CommandPayload;
  /** The node that it is about; null for what concerns the cluster. */
  readonly node: NodeId | null;
}

/** Of more clients than this, each commands what it can do at its own head alone. */
const CLIENTS_LISTED = 3;

/** Everything on command: of the cluster first, then node by node as they were named. */
export function availableCommands(run: Run, step: number): readonly AvailableCommand[] {
  const state = run.states[step];
  if (state === undefined || isFull(run, step)) return [];
  const nodes = [...state.snapshot].map(([id]) => id);
  const hidden = new Set(nodes.filter(isClient).slice(CLIENTS_LISTED));
  const others = nodes.filter((id) => !hidden.has(id));
  return [
    ...clusterCommands(run, step, state),
    ...others.flatMap((id) => availableCommandsOf(run, step, id)),
  ];
}

/** What is on command for one node. */
export function availableCommandsOf(run: Run, step: number, id: NodeId): readonly AvailableCommand[] {
  const state = run.states[step];
  const node = state?.snapshot.get(id);
  if (state === undefined || node === undefined || node.membership === 'absent' || isFull(run, step)) {
    return [];
  }
  const payloads = isClient(id)
    ? clientCommands(run, step, id)
    : [...powerCommands(id, node), ...memberCommands(id, node, state), ...memoryCommands(id, node)];
  return [...payloads, ...linkCommands(run, state, id)].map((payload) => ({ payload, node: id }));
}

function isFull({ steps }: Run, step: number): boolean {
  return steps.slice(0, step + 1).filter(({ kind }) => kind === 'command').length >= COMMANDS_MAX;
}

function clusterCommands(run: Run, step: number, state: StepState): readonly AvailableCommand[] {
  const payloads: CommandPayload[] = [];
  const next = nextServer(state);
  if (next !== undefined) payloads.push({ kind: 'add', node: next });
  const ends = nextMessageEnds(run, step);
  if (ends !== undefined) payloads.push({ kind: 'drop', ...ends });
  if (state.cuts.length > 0) payloads.push({ kind: 'heal-all' });
  payloads.push(...keyCommands(run, state));
  return payloads.map((payload) => ({ payload, node: null }));
}

/** The next message to arrive that is shown, unless one that is not shown comes over the same way before it. */
function nextMessageEnds(run: Run, step: number): { readonly from: NodeId; readonly to: NodeId } | undefined {
  const happened = run.steps[step]?.lastEvent ?? -1;
  for (let index = step + 1; index < run.steps.length; index += 1) {
    const next = run.steps[index];
    if (next?.kind !== 'message' || next.fate.kind !== 'delivered') continue;
    const { from, to } = next.message;
    const first = run.events
      .slice(happened + 1, next.event + 1)
      .find(
        (event) =>
          event.kind === 'message-delivered' &&
          !event.background &&
          event.message.from === from &&
          event.message.to === to,
      );
    if (first?.id === next.event) return { from, to };
  }
  return undefined;
}

function keyCommands(run: Run, { snapshot }: StepState): readonly CommandPayload[] {
  if (variantOf(run.scenario) !== 'signed-token') return [];
  const nodes = [...snapshot].flatMap(([id, { membership }]) =>
    isServer(id) && membership !== 'absent' ? [id] : [],
  );
  const rotations = run.commands.filter(
    (command) => command.kind === 'instruct' && command.instruction.kind === 'rotate-key',
  );
  // The first key is called 1.
  const kid = String(rotations.length + 2);
  return [true, false].map((keepsOld) => ({
    kind: 'instruct',
    nodes,
    instruction: { kind: 'rotate-key', kid, keepsOld },
  }));
}

function powerCommands(id: NodeId, { isUp }: NodeSnapshot): readonly CommandPayload[] {
  return [{ kind: isUp ? 'crash' : 'restart', node: id }];
}

/** A cluster without any server is none. */
function memberCommands(
  id: NodeId,
  { membership }: NodeSnapshot,
  { snapshot }: StepState,
): readonly CommandPayload[] {
  const members = [...snapshot].filter(([other, node]) => isServer(other) && node.membership === 'member');
  return isServer(id) && membership === 'member' && members.length > 1 ? [{ kind: 'drain', node: id }] : [];
}

function memoryCommands(id: NodeId, node: NodeSnapshot): readonly CommandPayload[] {
  if (!node.isUp) return [];
  const items = [...node.memory].map(({ item }) => item);
  const holds = (kind: MemoryItem['kind']) => items.some((item) => item.kind === kind);
  const isPrimary = items.every((item) => item.kind !== 'store-role' || item.role === 'primary');
  const payloads: CommandPayload[] = [];
  if (holds('store-entry') && isPrimary) {
    payloads.push({ kind: 'instruct', nodes: [id], instruction: { kind: 'flush' } });
  }
  if (items.some((item) => item.kind === 'key-ring' && item.ring.verification.length > 0)) {
    payloads.push({ kind: 'instruct', nodes: [id], instruction: { kind: 'remove-keys' } });
  }
  return payloads;
}

/** The links of a node, each at the one of its ends that stands further from the clients. */
function linkCommands(run: Run, { snapshot, cuts }: StepState, id: NodeId): readonly CommandPayload[] {
  const exists = (other: NodeId) => (snapshot.get(other)?.membership ?? 'absent') !== 'absent';
  const far = peersOf(run, [...snapshot].map(([other]) => other).filter(exists), id);
  const isCut = (other: NodeId) => cuts.some((cut) => cut.includes(id) && cut.includes(other));
  const links = far.map(
    (other): CommandPayload => ({ kind: isCut(other) ? 'heal' : 'cut', between: [other, id] }),
  );
  const isAlone = far.length > 0 && far.every(isCut);
  return isServer(id) && !isAlone ? [...links, { kind: 'partition', nodes: [id] }] : links;
}

function peersOf({ scenario }: Run, nodes: readonly NodeId[], id: NodeId): readonly NodeId[] {
  const hasBalancer = nodes.includes(LOAD_BALANCER);
  const near = hasBalancer ? [LOAD_BALANCER] : nodes.filter(isClient).slice(0, CLIENTS_LISTED);
  const servers = nodes.filter(isServer);
  if (isServer(id)) {
    const copies = variantOf(scenario) === 'replicated' ? servers.filter((other) => other < id) : [];
    return [...near, ...copies];
  }
  switch (id) {
    case SESSION_STORE:
    case DATABASE:
      return servers;
    case SESSION_STORE_REPLICA:
      return [SESSION_STORE];
    case LOAD_BALANCER:
      return nodes.filter(isClient).slice(0, CLIENTS_LISTED);
    default:
      return [];
  }
}
