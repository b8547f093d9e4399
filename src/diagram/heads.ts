/** The heads of the lifelines: who is up, and what everybody remembers once a step is shown. */
import type { MemoryItem } from '../simulation/memory.ts';
import { modeOf } from '../simulation/placement/placements.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';
import { userBytes } from '../trace/ledger.ts';
import type { Run } from '../trace/run.ts';
import { asleep, type NodeSnapshot, type Remembered } from '../trace/snapshots.ts';
import type { Chip, Head, Participant } from './model.ts';
import type { Phrasebook, ShelfRemark, StepFacts } from './phrasebook.ts';

export function headsAt(
  run: Run,
  facts: readonly StepFacts[],
  participants: readonly Participant[],
  index: number,
  phrasebook: Phrasebook,
): readonly Head[] {
  const step = run.steps[index];
  const state = run.states[index];
  return participants.map((participant) => {
    const { id } = participant;
    const node = state?.snapshot.get(id) ?? asleep;
    const takesPart =
      step?.kind === 'message' ? step.from === id || step.to === id : step?.command.node === id;
    const missed = missedSession(facts, index, participant);
    const chips = [
      ...node.memory.flatMap((each) => chipsOf(each, kindOf(each.item), phrasebook)),
      ...node.lost.flatMap((each) => chipsOf(each, 'lost', phrasebook)),
    ];
    const remark = remarkOn(participant, node, missed, run.scenario);
    return {
      participant,
      isUp: node.isUp,
      activity: missed ? 'failing' : takesPart ? 'active' : 'idle',
      chips,
      remark: remark === null ? null : phrasebook.remark(remark),
      bytes: userBytes(node.memory),
    };
  });
}

/** From the moment a server is asked for a session it does not have, until it has answered. */
function missedSession(facts: readonly StepFacts[], index: number, participant: Participant): boolean {
  const present = facts[index];
  if (present?.kind !== 'forward' && present?.kind !== 'reply') return false;
  const server = present.kind === 'forward' ? present.to : present.from;
  if (server.role !== participant.role || server.ordinal !== participant.ordinal) return false;
  return present.kind === 'forward' ? present.unknownSession !== null : present.unknownSession;
}

function kindOf(item: MemoryItem): Chip['kind'] {
  return item.kind === 'server-down' ? 'warning' : 'memory';
}

function chipsOf({ key, item }: Remembered, kind: Chip['kind'], phrasebook: Phrasebook): Chip[] {
  return phrasebook.chips(item).map((text, index) => ({ id: `${key} ${index}`, text, kind }));
}

function remarkOn(
  { role }: Participant,
  { isUp, memory, lost }: NodeSnapshot,
  missed: boolean,
  { balancing, strategy }: ClusterScenario,
): ShelfRemark | null {
  if (role === 'load-balancer') return { kind: 'policy', policy: balancing };
  if (role === 'server' && !isUp) return { kind: lost.length > 0 ? 'memory-lost' : 'down' };
  if (missed) return { kind: 'unknown-session' };
  if (memory.length > 0) return null;
  return { kind: role === 'server' && modeOf(strategy) === 'stateless' ? 'needs-no-memory' : 'empty' };
}
