/** The heads of the lifelines at a step: which nodes are up, and what each one remembers. */
import { roleOf } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { modeOf } from '../simulation/strategies/strategies.ts';
import type { NodeMemory, Remembered } from '../trace/node-memory.ts';
import type { Run } from '../trace/run.ts';
import { absentNode, type NodeSnapshot } from '../trace/snapshots.ts';
import type { Step } from '../trace/steps.ts';
import type { Chip, Head, Participant } from './model.ts';
import type { MemoryRemark, Phrasebook } from './phrasebook.ts';
import type { StepFacts } from './step-facts.ts';

/** Further items are only counted: a head has little room, and a server can have thousands of sessions. */
const ITEMS_SHOWN = 6;
/** With more items than these, each gets one word. The inspector shows the rest. */
const ITEMS_IN_FULL = 3;

export function headsAt(
  run: Run,
  facts: readonly StepFacts[],
  participants: readonly Participant[],
  index: number,
  phrasebook: Phrasebook,
): readonly Head[] {
  const present = run.steps[index];
  const state = run.states[index];
  const involved = new Set(present === undefined ? [] : nodesIn(present));
  return participants.map((participant) => {
    const { id } = participant;
    const known = state?.snapshot.get(id);
    const node = known ?? absentNode;
    const missed = missedSession(facts[index], participant);
    const remark = known === undefined ? notHereYet : remarkOn(participant, node, missed, run.scenario);
    return {
      participant,
      isUp: node.isUp,
      isFrozen: node.isFrozen,
      isThere: known !== undefined && node.membership !== 'absent',
      hasPower:
        node.membership !== 'absent' && participant.folded === undefined && machines.has(participant.role),
      activity: missed ? 'failing' : involved.has(id) ? 'active' : 'idle',
      chips: [...chipsOn(node, phrasebook, run.scenario), ...cutsAt(id, state?.cuts ?? [], phrasebook)],
      remark: remark === null ? null : phrasebook.remark(remark),
      bytes: bytesOf(node.memory, run.scenario),
    };
  });
}

/** Of the state that the run is about: user state, or connection state. */
function bytesOf({ userBytes, connectionBytes }: NodeMemory, { kind }: Scenario): number {
  return kind === 'transport' ? connectionBytes : userBytes;
}

/** The nodes that take part in a step. */
export function nodesIn(step: Step): readonly NodeId[] {
  switch (step.kind) {
    case 'message':
      return [step.from, step.to];
    case 'occurrence':
      return [step.occurrence.node];
    case 'command': {
      const { command } = step;
      if ('node' in command) return [command.node];
      if ('nodes' in command) return command.nodes;
      return 'between' in command ? command.between : [];
    }
    default:
      throw new Error(`Unknown step ${step satisfies never}`);
  }
}

/** True from the moment a server is asked for a session that it doesn't have until it has answered. */
function missedSession(present: StepFacts | undefined, participant: Participant): boolean {
  if (present?.kind !== 'forward' && present?.kind !== 'reply') return false;
  const server = present.kind === 'forward' ? present.to : present.from;
  if (server.role !== participant.role || server.ordinal !== participant.ordinal) return false;
  return present.kind === 'forward' ? present.effects.unknownSession !== null : present.unknownSession;
}

function chipsOn({ memory, lost }: NodeSnapshot, phrasebook: Phrasebook, scenario: Scenario): Chip[] {
  const shown = memory.first(ITEMS_SHOWN);
  const shownLost = lost.slice(0, ITEMS_SHOWN - shown.length);
  const hidden = memory.size - shown.length + lost.length - shownLost.length;
  const isCrowded = memory.size + lost.length > ITEMS_IN_FULL;
  const chipsOf = ({ key, item }: Remembered, kind: Chip['kind']): Chip[] =>
    phrasebook
      .chips(item, scenario)
      .slice(0, isCrowded ? 1 : undefined)
      .map((text, index) => ({ id: `${key} ${index}`, text, kind }));
  return [
    ...shown.flatMap((each) => chipsOf(each, kindOf(each.item))),
    ...shownLost.flatMap((each) => chipsOf(each, 'lost')),
    ...(hidden > 0 ? [{ id: 'more', text: phrasebook.moreChips(hidden), kind: moreKind(memory.size) }] : []),
  ];
}

function kindOf(item: MemoryItem): Chip['kind'] {
  return warnings.has(item.kind) ? 'warning' : 'memory';
}

const warnings: ReadonlySet<MemoryItem['kind']> = new Set([
  'server-down',
  'server-draining',
  'server-closed',
]);

function moreKind(remembered: number): Chip['kind'] {
  return remembered > 0 ? 'memory' : 'lost';
}

/** Nodes that a node can't reach. */
function cutsAt(id: NodeId, cuts: readonly (readonly [NodeId, NodeId])[], phrasebook: Phrasebook): Chip[] {
  return cuts.flatMap(([one, other]) => {
    if (one !== id && other !== id) return [];
    const far = one === id ? other : one;
    return [{ id: `cut ${far}`, text: phrasebook.cutOffChip(roleOf(far)), kind: 'warning' as const }];
  });
}

/** Nodes that a person can crash on the stage: those that keep state, or could. */
const machines: ReadonlySet<Participant['role']> = new Set([
  'server',
  'session-store',
  'session-store-replica',
]);

const notHereYet: MemoryRemark = { kind: 'not-here-yet' };

function remarkOn(
  { role }: Participant,
  { isUp, isFrozen, isDark, membership, memory, lost }: NodeSnapshot,
  missed: boolean,
  scenario: Scenario,
): MemoryRemark | null {
  if (membership === 'absent') return { kind: 'gone' };
  if (isDark) return { kind: 'dark' };
  if (isFrozen) return { kind: 'frozen' };
  if (!isUp) return { kind: lost.length > 0 ? 'memory-lost' : 'down' };
  if (role === 'load-balancer' && scenario.kind === 'cluster') {
    return { kind: 'policy', policy: scenario.balancing };
  }
  if (membership === 'draining') return { kind: 'draining' };
  if (missed) return { kind: 'unknown-session' };
  const isStateless = scenario.kind === 'cluster' && modeOf(scenario.strategy) === 'stateless';
  // A server's own data, such as its keys, isn't user state.
  if (role === 'server' && isStateless && memory.userBytes === 0) return { kind: 'needs-no-memory' };
  return memory.size > 0 ? null : { kind: 'empty' };
}
