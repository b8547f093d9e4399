/** The heads of the lifelines: who is up, and what everybody remembers once a step is shown. */
import { roleOf } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { modeOf } from '../simulation/strategies/strategies.ts';
import type { NodeMemory, Remembered } from '../trace/node-memory.ts';
import type { Run } from '../trace/run.ts';
import { asleep, type NodeSnapshot } from '../trace/snapshots.ts';
import type { Step } from '../trace/steps.ts';
import type { Chip, Head, Participant } from './model.ts';
import type { MemoryRemark, Phrasebook } from './phrasebook.ts';
import type { StepFacts } from './step-facts.ts';

/** What is more than this is only counted: a memory has little room, and a server may have thousands of sessions. */
const ITEMS_SHOWN = 6;
/** With more than these a word for each has to do; all that is known of them is told where the node is looked at. */
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
    const node = known ?? asleep;
    const missed = missedSession(facts[index], participant);
    const remark = known === undefined ? notHereYet : remarkOn(participant, node, missed, run.scenario);
    return {
      participant,
      isUp: node.isUp,
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

/** Of what the run is about: users' state, or that of connections. */
function bytesOf({ userBytes, connectionBytes }: NodeMemory, { kind }: Scenario): number {
  return kind === 'transport' ? connectionBytes : userBytes;
}

/** Who takes part in a step. */
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

/** From the moment a server is asked for a session it does not have, until it has answered. */
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
  return item.kind === 'server-down' || item.kind === 'server-draining' ? 'warning' : 'memory';
}

function moreKind(remembered: number): Chip['kind'] {
  return remembered > 0 ? 'memory' : 'lost';
}

/** Whom a node cannot reach. */
function cutsAt(id: NodeId, cuts: readonly (readonly [NodeId, NodeId])[], phrasebook: Phrasebook): Chip[] {
  return cuts.flatMap(([one, other]) => {
    if (one !== id && other !== id) return [];
    const far = one === id ? other : one;
    return [{ id: `cut ${far}`, text: phrasebook.cutOffChip(roleOf(far)), kind: 'warning' as const }];
  });
}

/** What a person crashes on the stage: what keeps state, or might. */
const machines: ReadonlySet<Participant['role']> = new Set([
  'server',
  'session-store',
  'session-store-replica',
]);

const notHereYet: MemoryRemark = { kind: 'not-here-yet' };

function remarkOn(
  { role }: Participant,
  { isUp, membership, memory, lost }: NodeSnapshot,
  missed: boolean,
  scenario: Scenario,
): MemoryRemark | null {
  if (membership === 'absent') return { kind: 'gone' };
  if (!isUp) return { kind: lost.length > 0 ? 'memory-lost' : 'down' };
  if (role === 'load-balancer' && scenario.kind === 'cluster') {
    return { kind: 'policy', policy: scenario.balancing };
  }
  if (membership === 'draining') return { kind: 'draining' };
  if (missed) return { kind: 'unknown-session' };
  const isStateless = scenario.kind === 'cluster' && modeOf(scenario.strategy) === 'stateless';
  // What a server knows of itself, such as its keys, is no memory of anybody.
  if (role === 'server' && isStateless && memory.userBytes === 0) return { kind: 'needs-no-memory' };
  return memory.size > 0 ? null : { kind: 'empty' };
}
