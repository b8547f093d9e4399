/** Makes the diagram of a run, worded by a phrasebook. */
import { LOAD_BALANCER, roleOf } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { commonSteps } from '../trace/common-steps.ts';
import type { Run } from '../trace/run.ts';
import type { NodeSnapshot, StepState } from '../trace/snapshots.ts';
import { describeStep } from './describe-step.ts';
import { factsInPieces } from './facts.ts';
import { headsAt, nodesIn } from './heads.ts';
import { finished, type Interruptible } from './interruptible.ts';
import type { Activation, DiagramStep, Outage, Participant, SequenceDiagram, Span } from './model.ts';
import type { Phrasebook } from './phrasebook.ts';
import type { StepFacts } from './step-facts.ts';

/** A run's description by the same phrasebook. */
export interface Described {
  readonly run: Run;
  readonly diagram: SequenceDiagram;
}

/** Shared by all runs, so that memoised views of it are reused. */
const noGroups: SequenceDiagram['groups'] = [];

/** @param before Description of another branch of the same run. Steps that both start with are reused. */
export function describeRun(run: Run, phrasebook: Phrasebook, before?: Described): SequenceDiagram {
  return finished(describingRun(run, phrasebook, before));
}

/** Steps a piece of work: about a millisecond. */
const STEPS_PER_PIECE = 20;

/** Like `describeRun`, in pieces. */
export function* describingRun(
  run: Run,
  phrasebook: Phrasebook,
  before?: Described,
): Interruptible<SequenceDiagram> {
  const participants = participantsOf(run, phrasebook);
  const facts = yield* factsInPieces(run);
  const kept = before === undefined ? [] : before.diagram.steps.slice(0, commonSteps(run, before.run));
  const steps: DiagramStep[] = [];
  for (const [index, step] of run.steps.entries()) {
    if (index % STEPS_PER_PIECE === 0) yield;
    steps.push(
      kept[index] ?? withDeparture(describeStep(step, facts[index] as StepFacts, phrasebook), index, run),
    );
  }
  return {
    participants,
    steps,
    activations: activationsOf(run, facts),
    outages: [
      ...spansWhere(participants, run.states, (node) => node !== undefined && isAway(node)).map(downFor),
      ...spansWhere(participants, run.states, (node) => node?.isFrozen === true).map(frozenFor),
    ],
    absences: spansWhere(participants, run.states, isAbsent),
    frames: [],
    groups: noGroups,
    headsAt: (index) => headsAt(run, facts, participants, index, phrasebook),
  };
}

/** Adds the first row that arrived after the message had departed, if it isn't its own. */
function withDeparture(described: DiagramStep, index: number, { steps }: Run): DiagramStep {
  const { row } = described;
  const start = steps[index]?.start ?? 0;
  let departs = index;
  while (departs > 0 && (steps[departs - 1]?.event ?? 0) > start) departs -= 1;
  if (row.kind !== 'message' || departs === index) return described;
  return { ...described, row: { ...row, departs } };
}

/** From left to right, in the direction of a request. */
const order: readonly Participant['role'][] = [
  'client',
  'load-balancer',
  'server',
  'session-store',
  'session-store-replica',
  'database',
];

/** Every node that was ever part of the cluster. The database is included only if its messages are shown. */
function participantsOf(run: Run, phrasebook: Phrasebook): Participant[] {
  const { states, detail } = run;
  const all = [...(states.at(-1)?.snapshot ?? [])].map(([id]): Participant => {
    const node = roleOf(id);
    return { id, role: node.role, ordinal: node.ordinal, name: phrasebook.name(node) };
  });
  const placeOf = (participant: Participant) => order.indexOf(participant.role);
  const sorted = all
    .filter(({ role }) => detail === 'full' || role !== 'database')
    .sort((one, other) => placeOf(one) - placeOf(other) || one.ordinal - other.ordinal);
  return detail === 'full' || sorted.length <= HEADS_MAX ? sorted : foldIdleServers(sorted, run, phrasebook);
}

/** As many heads as the back row of a classroom can read, plus two. */
const HEADS_MAX = 7;

/** Servers without a part in the run are folded into one head, at the place of the first. */
function foldIdleServers(
  participants: readonly Participant[],
  { steps, states }: Run,
  phrasebook: Phrasebook,
): Participant[] {
  const busy = new Set(steps.flatMap(nodesIn));
  for (const { snapshot } of states) {
    for (const [id, { memory }] of snapshot) if (memory.userBytes > 0) busy.add(id);
  }
  const idle = participants.filter(({ id, role }) => role === 'server' && !busy.has(id));
  const [first] = idle;
  if (first === undefined || idle.length === 1) return [...participants];
  const folded = {
    ...first,
    name: phrasebook.idleServers(idle.length),
    folded: idle.map(({ id }) => id),
  };
  return participants.flatMap((each) => {
    if (each === first) return [folded];
    return idle.includes(each) ? [] : [each];
  });
}

/** A server works on a request from its arrival until the reply, or until it crashes. */
function activationsOf({ steps, states }: Run, facts: readonly StepFacts[]): Activation[] {
  const spans: Activation[] = [];
  const open = new Map<string, { readonly participant: NodeId; readonly from: number }>();
  const close = (job: string, to: number | null) => {
    const work = open.get(job);
    if (work !== undefined) spans.push({ ...work, to, tone: activationTone(facts[work.from]), level: 0 });
    open.delete(job);
  };
  steps.forEach((step, index) => {
    if (step.kind === 'command') {
      const isDown = (node: NodeId) => states[index]?.snapshot.get(node)?.isUp === false;
      for (const [job, { participant }] of [...open]) if (isDown(participant)) close(job, index);
    } else if (step.kind === 'message') {
      const { message, from, to, request, fate } = step;
      if (message.role === 'reply') close(`${from} ${request}`, index);
      else if (from === LOAD_BALANCER && request !== null && fate.kind === 'delivered') {
        open.set(`${to} ${request}`, { participant: to, from: index });
      }
    }
  });
  for (const job of [...open.keys()]) close(job, null);
  return spans;
}

function activationTone(facts: StepFacts | undefined): Activation['tone'] {
  if (facts?.kind !== 'forward' || facts.mode === 'stateless') return 'plain';
  return facts.effects.unknownSession === null ? 'memory' : 'failure';
}

/** Whether a member of the cluster is down. */
function isAway({ isUp, membership }: NodeSnapshot): boolean {
  return !isUp && membership !== 'absent';
}

function downFor(span: Span): Outage {
  return { ...span, kind: 'down' };
}

function frozenFor(span: Span): Outage {
  return { ...span, kind: 'frozen' };
}

/** Whether a node isn't a member, yet or any more. */
function isAbsent(node: NodeSnapshot | undefined): boolean {
  return node === undefined || node.membership === 'absent';
}

function spansWhere(
  participants: readonly Participant[],
  states: readonly StepState[],
  holds: (node: NodeSnapshot | undefined) => boolean,
): Span[] {
  return participants.flatMap(({ id }) => {
    const spans: Span[] = [];
    let from: number | null = null;
    states.forEach(({ snapshot }, index) => {
      if (holds(snapshot.get(id))) from ??= index;
      else if (from !== null) {
        spans.push({ participant: id, from, to: index });
        from = null;
      }
    });
    if (from !== null) spans.push({ participant: id, from, to: null });
    return spans;
  });
}
