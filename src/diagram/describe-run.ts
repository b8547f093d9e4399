/** Makes the diagram of a run, in the words of a phrasebook. */
import { CLIENT, LOAD_BALANCER, roleOf } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { serversOf } from '../simulation/simulate.ts';
import { commonSteps } from '../trace/common-steps.ts';
import type { Run } from '../trace/run.ts';
import type { Step } from '../trace/steps.ts';
import { factsOf } from './facts.ts';
import { headsAt } from './heads.ts';
import type {
  Activation,
  DiagramStep,
  MessageRow,
  Note,
  Participant,
  Row,
  SequenceDiagram,
  Span,
} from './model.ts';
import type { OperatorFacts, Phrasebook, StepFacts } from './phrasebook.ts';

/** A run that has been described, in the words of the same phrasebook. */
export interface Described {
  readonly run: Run;
  readonly diagram: SequenceDiagram;
}

/** @param before Another future of the same run: the steps that both begin with are described once. */
export function describeRun(run: Run, phrasebook: Phrasebook, before?: Described): SequenceDiagram {
  const participants = [CLIENT, LOAD_BALANCER, ...serversOf(run.scenario)].map((id): Participant => {
    const node = roleOf(id);
    return { id, role: node.role, ordinal: node.ordinal, name: phrasebook.name(node) };
  });
  const facts = factsOf(run);
  const kept = before === undefined ? [] : before.diagram.steps.slice(0, commonSteps(run, before.run));
  const steps = run.steps.map(
    (step, index) => kept[index] ?? describeStep(step, facts[index] as StepFacts, phrasebook),
  );
  return {
    participants,
    steps,
    activations: activationsOf(run.steps, facts),
    outages: outagesOf(run.steps),
    absences: [],
    frames: [],
    headsAt: (index) => headsAt(run, facts, participants, index, phrasebook),
  };
}

function describeStep(step: Step, facts: StepFacts, phrasebook: Phrasebook): DiagramStep {
  return {
    key: step.key,
    request: step.kind === 'message' ? step.request : step.moment.request,
    row: rowOf(step, facts, phrasebook),
    caption: phrasebook.caption(facts),
    sentence: phrasebook.sentence(facts),
    mark: markOf(facts),
  };
}

function rowOf(step: Step, facts: StepFacts, phrasebook: Phrasebook): Row {
  const label = phrasebook.label(facts);
  if (step.kind === 'message') {
    const { from, to } = step;
    const line = step.message.role === 'reply' ? 'dashed' : 'solid';
    const arrives = step.fate === 'delivered';
    const notes = notesOf(facts, to, phrasebook);
    return { kind: 'message', from, to, label, tone: toneOf(facts), line, arrives, notes };
  }
  const { node, kind } = step.command;
  const operator = facts as OperatorFacts;
  const tone = operator.result !== 'done' ? 'plain' : kind === 'crash' ? 'failure' : 'reply';
  return {
    kind: 'band',
    participant: node,
    tone,
    icon: kind,
    title: label,
    detail: phrasebook.detail(operator),
  };
}

function toneOf(facts: StepFacts): MessageRow['tone'] {
  switch (facts.kind) {
    case 'request':
      return 'request';
    case 'forward':
      return facts.fate === 'delivered' ? 'request' : 'failure';
    case 'reply':
      return isSuccess(facts) ? 'reply' : 'failure';
    default:
      return 'failure';
  }
}

function isSuccess(facts: StepFacts): boolean {
  return facts.kind === 'reply' && facts.reply.kind !== 'incomplete' && facts.reply.kind !== 'problem';
}

function notesOf(facts: StepFacts, participant: NodeId, phrasebook: Phrasebook): Note[] {
  if (facts.kind !== 'forward') return [];
  const notes: Note[] = [];
  if (facts.unknownSession !== null) {
    const text = phrasebook.unknownSessionNote(facts.unknownSession);
    notes.push({ participant, text, tone: 'failure' });
  }
  if (facts.remembered !== null) {
    notes.push({ participant, text: phrasebook.rememberedNote(facts.remembered), tone: 'memory' });
  }
  if (facts.orderSaved) notes.push({ participant, text: phrasebook.orderSavedNote(), tone: 'plain' });
  return notes;
}

function markOf(facts: StepFacts): DiagramStep['mark'] {
  switch (facts.kind) {
    case 'crash':
    case 'restart':
      return facts.kind;
    case 'reply':
      return isSuccess(facts) ? null : 'failure';
    case 'forward':
      return facts.fate === 'delivered' ? null : 'failure';
    case 'request':
      return null;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

/** A server works from the request's arrival until its reply, or until it crashes. */
function activationsOf(steps: readonly Step[], facts: readonly StepFacts[]): Activation[] {
  const spans: Activation[] = [];
  const open = new Map<NodeId, number>();
  const close = (participant: NodeId, to: number | null) => {
    const from = open.get(participant);
    if (from !== undefined) spans.push({ participant, from, to, tone: activationTone(facts[from]) });
    open.delete(participant);
  };
  steps.forEach((step, index) => {
    if (step.kind === 'command') {
      if (step.command.kind === 'crash') close(step.command.node, index);
    } else if (step.message.role === 'reply') close(step.from, index);
    else if (step.from === LOAD_BALANCER && step.fate === 'delivered') open.set(step.to, index);
  });
  for (const participant of [...open.keys()]) close(participant, null);
  return spans;
}

function activationTone(facts: StepFacts | undefined): Activation['tone'] {
  if (facts?.kind !== 'forward' || facts.mode === 'stateless') return 'plain';
  return facts.unknownSession === null ? 'memory' : 'failure';
}

function outagesOf(steps: readonly Step[]): Span[] {
  const spans: Span[] = [];
  const down = new Map<NodeId, number>();
  steps.forEach((step, index) => {
    if (step.kind !== 'command' || step.result !== 'done') return;
    const { node, kind } = step.command;
    const from = down.get(node);
    if (kind === 'crash') down.set(node, index);
    else if (from !== undefined) {
      spans.push({ participant: node, from, to: index });
      down.delete(node);
    }
  });
  for (const [participant, from] of down) spans.push({ participant, from, to: null });
  return spans;
}
