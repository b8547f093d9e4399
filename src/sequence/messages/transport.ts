/** Segments and datagrams: their words and their effects. */
import type { DatagramFacts, SegmentFacts } from '../step-facts.ts';
import { excerpt, startLine } from './excerpts.ts';
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
  const { segment, sender, receiver } = facts;
  const ends = endsOf(facts);
  const { from, to } = ends;
  if (facts.reset !== null) return [message(`segment.reset.${facts.reset}`, ends)];
  if (facts.fate.kind === 'refused') {
    // An ACK of a connection that the operating system still has needs no answer (RFC 9293 §3.10.7.4).
    const isAck = segment.data === '' && segment.control.length === 0;
    return [message(isAck ? 'segment.ack-taken' : 'segment.refused')];
  }
  if (facts.isCopy) return [message('segment.duplicate', { to })];
  if (segment.control.includes('SYN')) {
    return [message(segment.ack === null ? 'segment.syn' : 'segment.syn-ack', { from })];
  }
  if (segment.control.includes('FIN')) {
    return receiver.after === 'TIME-WAIT'
      ? [message('segment.last-fin', ends)]
      : [message('segment.fin', { from })];
  }
  if (segment.data !== '') return [dataConsequence(facts)];
  if (receiver.before !== 'ESTABLISHED' && receiver.after === 'ESTABLISHED') {
    return [message('segment.established', { to })];
  }
  const isForgotten = sender.after === 'CLOSED' || receiver.after === 'CLOSED';
  return [message('segment.acknowledges', { from }), ...(isForgotten ? [message('segment.forgotten')] : [])];
}

function dataConsequence({ segment, from, isRepeated, carriesHttp }: SegmentFacts): Message {
  const { data } = segment;
  if (isRepeated) return message('segment.resent', { from: from });
  if (!carriesHttp) return message('segment.data', { from: from, characters: data.trim().length });
  const line = excerpt(startLine(data));
  return message(from.role === 'client' ? 'segment.request' : 'segment.response', { line });
}

/** A segment that didn't arrive. Its sender notices only that no acknowledgment comes. */
export function captionOfLostSegment(facts: SegmentFacts): readonly TonedMessage[] {
  const { fate, segment, isRepeated } = facts;
  const { from, to } = endsOf(facts);
  const isMissed = segment.data !== '' || segment.control.some((bit) => bit === 'SYN' || bit === 'FIN');
  const keeps = plain(message(isMissed ? 'segment.keeps' : 'caption.not-told', { from }));
  const isDown = fate.kind === 'lost' && (fate.why === 'receiver-gone' || fate.why === 'receiver-dark');
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
  const { numbered, isRepeated, isCopy, wasOvertaken, fate, serverRemembers } = facts;
  const { from, to } = endsOf(facts);
  if (fate.kind === 'refused') return message('datagram.refused');
  if (fate.kind !== 'delivered') return message('datagram.lost');
  if (numbered === null) {
    if (isCopy) return message('datagram.duplicate', { to });
    return message(wasOvertaken ? 'datagram.overtaken' : 'datagram.taken', { to });
  }
  if (isCopy) return message('datagram.numbered-duplicate');
  if (numbered.kind === 'request') {
    return message(isRepeated ? 'datagram.request.resent' : 'datagram.request', { from });
  }
  if (!isRepeated) return message('datagram.reply', { from });
  return message(serverRemembers ? 'datagram.reply.repeated' : 'datagram.reply.done-twice', { from });
}
