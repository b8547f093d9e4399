/** Segments and datagrams: their words and their effects. */
import type { ResetReason } from '../reset-reasons.ts';
import type { ConnectionState, DatagramFacts, SegmentFacts } from '../step-facts.ts';
import { excerpt, hasStartLine, startLine } from './excerpts.ts';
import { type Message, message, type TonedMessage } from './message.ts';
import { endsOf, plain, quoted, toned, verbatim } from './nodes.ts';

export function segmentLabel(facts: SegmentFacts): Message {
  return sentAgain(facts, facts.carriesHttp ? withoutNumbers(facts) : withNumbers(facts));
}

function sentAgain(
  { isCopy, isRepeated }: Pick<SegmentFacts, 'isCopy' | 'isRepeated'>,
  words: Message,
): Message {
  if (isCopy) return message('label.duplicate', { words });
  return isRepeated ? message('label.resent', { words }) : words;
}

function withNumbers({ segment }: SegmentFacts): Message {
  const { ack, data, seq } = segment;
  const numbers = ack === null ? `seq ${seq}` : `seq ${seq}, ack ${ack}`;
  const what = data === '' ? bitsOf(segment) : quoted(verbatim(excerpt(data)));
  return message('segment.label', { what, numbers });
}

/** Under HTTP the numbers are secondary. They're shown in the memory and in the message itself. */
function withoutNumbers({ segment }: SegmentFacts): Message {
  return segment.data === '' ? bitsOf(segment) : quoted(verbatim(excerpt(startLine(segment.data))));
}

function bitsOf({ control, ack }: SegmentFacts['segment']): Message {
  const bits = [...control.filter((bit) => bit !== 'PSH'), ...(ack === null ? [] : ['ACK'])];
  return verbatim(bits.join(', '));
}

/** Effect of a segment, in one or two sentences. */
export function segmentConsequence(facts: SegmentFacts): readonly Message[] {
  const { segment } = facts;
  const { from, to } = endsOf(facts);
  if (facts.reset !== null) return [resetConsequence(facts, facts.reset)];
  if (facts.fate.kind === 'refused') {
    // An ACK of a connection that the operating system still has needs no answer (RFC 9293 §3.10.7.4).
    const isAck = segment.data === '' && segment.control.length === 0;
    return [message(isAck ? 'segment.ack-taken' : 'segment.refused')];
  }
  if (facts.isCopy) return [message('segment.duplicate', { to })];
  if (facts.isRepeated) return [message('segment.resent', { from })];
  if (segment.control.includes('SYN')) return [synConsequence(facts)];
  if (segment.control.includes('FIN')) return [finConsequence(facts)];
  return segment.data === '' ? acknowledgment(facts) : [dataConsequence(facts)];
}

/** The receiver has nothing to close if its end is gone, or if the operating system of a dead process has it. */
function resetConsequence(facts: SegmentFacts, reset: ResetReason): Message {
  const ends = endsOf(facts);
  if (reset !== 'no-connection' && reset !== 'given-up') return message(`segment.reset.${reset}`, ends);
  const { before, after } = facts.receiver;
  const isClosed = before !== 'CLOSED' && after === 'CLOSED' && facts.fate.kind === 'delivered';
  return message(isClosed ? `segment.reset.${reset}` : `segment.reset.${reset}.alone`, ends);
}

function synConsequence(facts: SegmentFacts): Message {
  const { from } = endsOf(facts);
  if (facts.segment.ack !== null) return message('segment.syn-ack', { from });
  return message(facts.receiver.after === 'SYN-RECEIVED' ? 'segment.syn' : 'segment.syn.alone', { from });
}

/** After the peer's FIN, nothing more comes (RFC 9293 §3.6). */
function finConsequence(facts: SegmentFacts): Message {
  const ends = endsOf(facts);
  if (facts.isBySystem) return message('segment.fin.dead-process', ends);
  const { sender, receiver } = facts;
  if (receiver.after === 'TIME-WAIT') return message('segment.last-fin', ends);
  return message(stillReceives.has(sender.after) ? 'segment.fin' : 'segment.fin.too', ends);
}

const stillReceives: ReadonlySet<ConnectionState> = new Set(['FIN-WAIT-1', 'FIN-WAIT-2']);

function acknowledgment(facts: SegmentFacts): readonly Message[] {
  const { sender, receiver, isBySystem } = facts;
  const { from, to } = endsOf(facts);
  if (receiver.before !== 'ESTABLISHED' && receiver.after === 'ESTABLISHED') {
    return [message('segment.established', { to })];
  }
  const acknowledges = message(isBySystem ? 'segment.acknowledges.dead-process' : 'segment.acknowledges', {
    from,
  });
  if (receiver.before === receiver.after) return [acknowledges];
  switch (receiver.after) {
    case 'CLOSED': {
      const isOver = sender.after === 'CLOSED' && !isBySystem;
      return [acknowledges, isOver ? message('segment.forgotten') : message('segment.forgets', { to })];
    }
    case 'TIME-WAIT':
      return [acknowledges, message('segment.remembers-longer', { to })];
    default:
      return [acknowledges];
  }
}

function dataConsequence({ segment, from, carriesHttp }: SegmentFacts): Message {
  const { data } = segment;
  if (!carriesHttp) return message('segment.data', { from: from, characters: data.trim().length });
  const what = from.role === 'client' ? 'request' : 'response';
  // A long message takes several segments, and only the first one has its start line (RFC 9112 §2.1).
  if (!hasStartLine(data)) return message(`segment.rest-of-${what}`);
  return message(`segment.${what}`, { line: excerpt(startLine(data)) });
}

/** A segment that didn't arrive. Its sender notices only that no acknowledgment comes. */
export function captionOfLostSegment(facts: SegmentFacts): readonly TonedMessage[] {
  const { fate, segment, isRepeated } = facts;
  const { from, to } = endsOf(facts);
  const isMissed = segment.data !== '' || segment.control.some((bit) => bit === 'SYN' || bit === 'FIN');
  const keeps = plain(message(isMissed ? 'segment.keeps' : 'caption.not-told', { from }));
  const isDown = fate.kind === 'lost' && (fate.why === 'receiver-down' || fate.why === 'receiver-dark');
  if (!isDown) {
    return [toned('failure', message('segment.lost', { to })), keeps];
  }
  return isRepeated
    ? [
        plain(message('segment.sends-once-more', { from })),
        toned('failure', message('segment.no-answer-again')),
      ]
    : [toned('failure', message('segment.receiver-down', { to })), keeps];
}

export function datagramLabel(facts: DatagramFacts): Message {
  const { text, numbered } = facts;
  const words =
    numbered === null
      ? quoted(verbatim(excerpt(text)))
      : message(`datagram.${numbered.kind}.label`, { number: numbered.number, text: excerpt(numbered.text) });
  return sentAgain(facts, words);
}

export function datagramConsequence(facts: DatagramFacts): Message {
  const { numbered, isRepeated, isCopy, wasOvertaken, fate, serverRemembers, isDoneAgain } = facts;
  const { from, to } = endsOf(facts);
  if (fate.kind === 'refused') return message('datagram.refused');
  if (fate.kind !== 'delivered') return message('datagram.lost');
  if (numbered === null) {
    if (isCopy) return message('datagram.duplicate', { to });
    return message(wasOvertaken ? 'datagram.overtaken' : 'datagram.taken', { to });
  }
  if (isCopy) {
    const isNoticed = numbered.kind === 'reply' || (serverRemembers && !isDoneAgain);
    return isNoticed
      ? message('datagram.numbered-duplicate')
      : message('datagram.numbered-duplicate.done-again', { to });
  }
  if (numbered.kind === 'request') {
    return message(isRepeated ? 'datagram.request.resent' : 'datagram.request', { from });
  }
  if (!isRepeated) return message('datagram.reply', { from });
  if (isDoneAgain) return message('datagram.reply.forgotten', { from });
  return message(serverRemembers ? 'datagram.reply.repeated' : 'datagram.reply.done-twice', { from });
}
