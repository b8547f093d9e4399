/** Turns each step into a row of the diagram, worded by a phrasebook. */
import { descriptorOfCommand } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { CommandStep, OccurrenceStep, Step } from '../trace/steps.ts';
import type { BandRow, DiagramStep, MessageRow, Note, Row } from './model.ts';
import type { NoteFacts, Phrasebook } from './phrasebook.ts';
import type { SegmentFacts, StepFacts } from './step-facts.ts';

export function describeStep(step: Step, facts: StepFacts, phrasebook: Phrasebook): DiagramStep {
  return {
    key: step.key,
    request: (step.kind === 'message' ? step.request : null) ?? step.moment.request,
    row: rowOf(step, facts, phrasebook),
    caption: phrasebook.caption(facts),
    sentence: phrasebook.sentence(facts),
    mark: markOf(step, facts),
  };
}

function rowOf(step: Step, facts: StepFacts, phrasebook: Phrasebook): Row {
  const label = phrasebook.label(facts);
  if (step.kind === 'message') {
    const { from, to, message, fate } = step;
    return {
      kind: 'message',
      from,
      to,
      label,
      tone: toneOf(facts),
      line: message.role === 'reply' ? 'dashed' : 'solid',
      arrives: fate.kind === 'delivered',
      notes: facts.kind === 'segment' ? statesOf(facts, { from, to }) : notesOf(facts, to, phrasebook),
    };
  }
  const detail = phrasebook.detail(facts);
  return { kind: 'band', participant: lifelineOf(step), ...signOf(step, facts), title: label, detail };
}

/** The lifeline of a band's sign; null when the step concerns no particular node. */
function lifelineOf(step: CommandStep | OccurrenceStep): NodeId {
  if (step.kind === 'occurrence') return step.occurrence.node;
  return descriptorOfCommand(step.command).lifelineOf(step.command) ?? '';
}

type Sign = Pick<BandRow, 'icon' | 'tone'>;

function signOf(step: CommandStep | OccurrenceStep, facts: StepFacts): Sign {
  if (step.kind === 'command') {
    const { icon, effect } = descriptorOfCommand(step.command);
    return { icon, tone: step.result === 'done' ? toneOfEffect[effect] : 'plain' };
  }
  switch (facts.kind) {
    case 'left':
      return { icon: 'drain', tone: facts.sessionsLost > 0 ? 'failure' : 'plain' };
    case 'noticed':
      return { icon: 'notice', tone: facts.isDown ? 'failure' : 'reply' };
    case 'promoted':
      return { icon: 'notice', tone: 'reply' };
    case 'connection-expired':
      return { icon: 'notice', tone: 'plain' };
    case 'gave-up':
    case 'reset':
      return { icon: 'give-up', tone: 'failure' };
    default:
      throw new Error(`A ${facts.kind} is no band.`);
  }
}

const toneOfEffect = { harm: 'failure', repair: 'reply', neutral: 'plain' } as const;
const markOfEffect = { harm: 'crash', repair: 'restart', neutral: null } as const;

function toneOf(facts: StepFacts): MessageRow['tone'] {
  if (isFailure(facts)) return 'failure';
  switch (facts.kind) {
    case 'reply':
      return 'reply';
    case 'database':
      return facts.from.role === 'database' ? 'reply' : 'request';
    case 'store':
      return facts.from.role === 'server' ? 'request' : 'reply';
    default:
      return 'request';
  }
}

function isFailure(facts: StepFacts): boolean {
  if ('fate' in facts && facts.fate.kind !== 'delivered') return true;
  if ('overwrite' in facts && facts.overwrite !== null) return true;
  if ('evicted' in facts && facts.evicted !== null) return true;
  switch (facts.kind) {
    case 'reply':
      return facts.isLate || facts.verdict !== 'answered';
    case 'store':
      // An access token that isn't on the deny list is valid.
      return facts.message.kind === 'not-found'
        ? facts.message.entry !== 'revocation'
        : facts.message.kind === 'refused' || facts.message.kind === 'changed';
    case 'segment':
      return facts.segment.control.includes('RST');
    case 'gave-up':
    case 'reset':
    case 'port-unreachable':
      return true;
    default:
      return false;
  }
}

function markOf(step: Step, facts: StepFacts): DiagramStep['mark'] {
  if (isFailure(facts)) return 'failure';
  if (step.kind === 'command') return markOfEffect[descriptorOfCommand(step.command).effect];
  return facts.kind === 'left' && facts.sessionsLost > 0 ? 'crash' : null;
}

/** The states that the connection's ends enter. Their names come from the standard, and aren't translated. */
function statesOf({ sender, receiver }: SegmentFacts, { from, to }: { from: NodeId; to: NodeId }): Note[] {
  const ends = [
    { participant: from, ...sender },
    { participant: to, ...receiver },
  ];
  return ends.flatMap(({ participant, before, after }): Note[] =>
    before === after ? [] : [{ participant, text: after, tone: after === 'CLOSED' ? 'plain' : 'memory' }],
  );
}

function notesOf(facts: StepFacts, participant: NodeId, phrasebook: Phrasebook): Note[] {
  const overwritten = notesOfOverwrite(facts, phrasebook);
  if (facts.kind === 'store' && facts.evicted !== null) {
    const text = phrasebook.note({ kind: 'evicted', lost: facts.evicted });
    return [...overwritten, { participant, text, tone: 'failure' }];
  }
  if (facts.kind !== 'forward') return overwritten;
  const { remembered, forgot, unknownSession, orderSaved, charged } = facts.effects;
  const notes: Note[] = [...overwritten];
  const note = (each: NoteFacts, tone: Note['tone']) =>
    notes.push({ participant, text: phrasebook.note(each), tone });
  if (unknownSession !== null) note({ kind: 'unknown-session', sessionId: unknownSession }, 'failure');
  if (remembered !== null) note({ kind: 'remembered', memory: remembered }, 'memory');
  if (forgot && remembered === null) note({ kind: 'forgotten' }, 'plain');
  if (orderSaved) note({ kind: 'order-saved' }, 'plain');
  if (charged) note({ kind: 'charged' }, 'plain');
  return notes;
}

/** Beside the node that has the session. */
function notesOfOverwrite(facts: StepFacts, phrasebook: Phrasebook): Note[] {
  if (!('overwrite' in facts) || facts.overwrite === null) return [];
  const { kind, nodeId, lost } = facts.overwrite;
  const text = phrasebook.note(kind === 'revived' ? { kind } : { kind, lost });
  return [{ participant: nodeId, text, tone: 'failure' }];
}
