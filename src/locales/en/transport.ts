/** Segments, datagrams and what is remembered of them, in English. */
import type { Phrase } from '../../sequence/phrasebook.ts';
import type { DatagramFacts, EndFacts, SegmentFacts } from '../../sequence/step-facts.ts';
import type { Connection } from '../../simulation/protocols/tcp/tcb.ts';
import { excerpt, heldIn, plain, startLine, toned, unacknowledgedIn } from '../phrases.ts';
import { nameOf } from './words.ts';

export function segmentLabel(facts: SegmentFacts): string {
  const words = facts.carriesHttp ? withoutNumbers(facts) : withNumbers(facts);
  if (facts.isCopy) return `A second copy: ${words}`;
  return facts.isRepeated ? `Again: ${words}` : words;
}

function withNumbers({ segment: { ack, data, seq, control } }: SegmentFacts): string {
  const numbers = ack === null ? `seq ${seq}` : `seq ${seq}, ack ${ack}`;
  return data === '' ? `${bitsOf({ control, ack })} · ${numbers}` : `“${excerpt(data)}” · ${numbers}`;
}

/** Under HTTP the numbers are beside the point; they stand on the memory and in the message itself. */
function withoutNumbers({ segment }: SegmentFacts): string {
  return segment.data === '' ? bitsOf(segment) : `“${excerpt(startLine(segment.data))}”`;
}

function bitsOf({ control, ack }: Pick<SegmentFacts['segment'], 'control' | 'ack'>): string {
  return [...control.filter((bit) => bit !== 'PSH'), ...(ack === null ? [] : ['ACK'])].join(', ');
}

/** What a segment brings about. */
export function segmentConsequence(facts: SegmentFacts): string {
  const { segment, from, to, sender, receiver } = facts;
  const [here, there] = [nameOf(from), nameOf(to)];
  if (facts.isCopy) return `The network has made a second copy of it. ${there} has that already.`;
  if (segment.control.includes('RST')) return `${here} knows no such connection. ${there} gives it up.`;
  if (segment.control.includes('SYN')) {
    return segment.ack === null
      ? `${here} asks for a connection. Both note the number it begins with.`
      : `${here} agrees, and begins with a number of its own.`;
  }
  if (segment.control.includes('FIN')) {
    return receiver.after === 'TIME-WAIT'
      ? `${here} has nothing more to say either. ${there} remembers the connection for a while.`
      : `${here} has nothing more to say, and still listens.`;
  }
  if (segment.data !== '') return dataConsequence(facts);
  const opened = receiver.before !== 'ESTABLISHED' && receiver.after === 'ESTABLISHED';
  if (opened) return `${there} now knows that the connection stands.`;
  return `${here} says up to where everything has arrived.${closing(sender, receiver)}`;
}

function dataConsequence({ segment, from, isRepeated, carriesHttp }: SegmentFacts): string {
  const here = nameOf(from);
  if (isRepeated) return `${here} heard nothing back, and sends the same again.`;
  if (!carriesHttp) {
    return `${here} sends ${segment.data.trim().length} characters, and keeps them until they are acknowledged.`;
  }
  return from.role === 'client'
    ? `The request travels over the connection: “${excerpt(startLine(segment.data))}”`
    : `The answer comes back over the connection: “${excerpt(startLine(segment.data))}”`;
}

function closing(sender: EndFacts, receiver: EndFacts): string {
  return sender.after === 'CLOSED' || receiver.after === 'CLOSED' ? ' The connection is forgotten.' : '';
}

/** A segment that did not arrive: whoever sent it finds out only by hearing nothing. */
export function segmentLoss({ from, to, fate, segment, isRepeated }: SegmentFacts): Phrase {
  const [here, there] = [nameOf(from), nameOf(to)];
  const isMissed = segment.data !== '' || segment.control.some((bit) => bit === 'SYN' || bit === 'FIN');
  const keeps = isMissed ? ` ${here} keeps it, and waits for its timer.` : ` ${here} is not told.`;
  if (fate.kind !== 'lost' || fate.why !== 'receiver-gone') {
    return [toned('failure', `The segment is lost on its way to ${there}.`), plain(keeps)];
  }
  return isRepeated
    ? [plain(`${here} sends it once more. `), toned('failure', 'Again nobody answers.')]
    : [toned('failure', `${there} is down, and answers nothing.`), plain(keeps)];
}

/** The states of both ends as they stand afterwards. */
export function statesOf({ from, to, sender, receiver }: SegmentFacts): string {
  return `${nameOf(from)} ${sender.after}, ${nameOf(to)} ${receiver.after}`;
}

export function datagramLabel({ text, numbered, isRepeated, isCopy }: DatagramFacts): string {
  const words =
    numbered === null
      ? `“${excerpt(text)}”`
      : `${numbered.kind === 'request' ? 'Request' : 'Reply'} ${numbered.number}: “${excerpt(numbered.text)}”`;
  if (isCopy) return `A second copy: ${words}`;
  return isRepeated ? `Again: ${words}` : words;
}

export function datagramConsequence(facts: DatagramFacts): string {
  const { from, to, numbered, isRepeated, isCopy, wasOvertaken, fate, serverRemembers } = facts;
  const [here, there] = [nameOf(from), nameOf(to)];
  if (fate.kind !== 'delivered') return 'The datagram is lost, and nobody is told.';
  if (numbered === null) {
    if (isCopy) return `The network has made a second copy. ${there} takes it for another datagram.`;
    return wasOvertaken
      ? `It was sent earlier, and overtaken on its way. ${there} cannot tell.`
      : `${there} takes the datagram as it comes, and remembers nothing of it.`;
  }
  if (isCopy) return 'The network has made a second copy. Its number gives it away.';
  if (numbered.kind === 'request') {
    return isRepeated
      ? `${here} has had no reply. It still knows the request, and sends it again.`
      : `${here} itself keeps the request until it is answered.`;
  }
  if (!isRepeated) return `${here} answers under the number of the request.`;
  return serverRemembers
    ? `${here} remembers this number: it repeats its reply, and does nothing twice.`
    : `${here} remembers nothing: it has done the same a second time.`;
}

/** What one end remembers of a connection: state, ports, numbers, and what is in its buffers. */
export function connectionChips(connection: Connection): readonly string[] {
  const { state, localPort, remotePort, sndNxt, rcvNxt } = connection;
  const unacknowledged = unacknowledgedIn(connection);
  const held = heldIn(connection);
  return [
    state,
    `Port ${localPort} ↔ ${remotePort}`,
    state === 'SYN-SENT' ? `Sends ${sndNxt}` : `Sends ${sndNxt}, expects ${rcvNxt}`,
    ...(unacknowledged === '' ? [] : [`Not acknowledged: “${excerpt(unacknowledged)}”`]),
    ...(held === '' ? [] : [`Out of order: “${excerpt(held)}”`]),
  ];
}
