/** Segments and datagrams, in English. */
import type { DatagramFacts, EndFacts, SegmentFacts } from '../../diagram/step-facts.ts';
import { excerpt } from '../phrases.ts';
import { nameOf } from './words.ts';

export function segmentLabel({ segment, isRepeated }: SegmentFacts): string {
  const { control, ack, data, seq } = segment;
  const bits = control.filter((bit) => bit !== 'PSH').concat();
  const names = [...bits, ...(ack === null ? [] : ['ACK'])].join(', ');
  const numbers = ack === null ? `seq ${seq}` : `seq ${seq}, ack ${ack}`;
  const words = data === '' ? `${names} · ${numbers}` : `“${excerpt(data)}” · ${numbers}`;
  return isRepeated ? `Again: ${words}` : words;
}

/** What a segment brings about. */
export function segmentConsequence(facts: SegmentFacts): string {
  const { segment, from, to, sender, receiver } = facts;
  const [here, there] = [nameOf(from), nameOf(to)];
  if (segment.control.includes('RST')) return `${here} knows no such connection. ${there} gives it up.`;
  if (segment.control.includes('SYN')) {
    return segment.ack === null
      ? `${here} asks for a connection. Both note the number it begins with.`
      : `${here} agrees, and begins with a number of its own.`;
  }
  if (segment.control.includes('FIN')) return `${here} has nothing more to say.`;
  if (segment.data !== '') {
    return facts.isRepeated
      ? `${here} heard nothing back, and sends the same again.`
      : `${here} sends ${segment.data.trim().length} characters, and keeps them until they are acknowledged.`;
  }
  const opened = receiver.before !== 'ESTABLISHED' && receiver.after === 'ESTABLISHED';
  if (opened) return `${there} now knows that the connection stands.`;
  return `${here} says up to where everything has arrived.${closing(sender, receiver)}`;
}

function closing(sender: EndFacts, receiver: EndFacts): string {
  return sender.after === 'CLOSED' || receiver.after === 'CLOSED' ? ' The connection is forgotten.' : '';
}

/** The states of both ends as they stand afterwards. */
export function statesOf({ from, to, sender, receiver }: SegmentFacts): string {
  return `${nameOf(from)} ${sender.after}, ${nameOf(to)} ${receiver.after}`;
}

export function datagramLabel({ text, numbered, isRepeated }: DatagramFacts): string {
  if (numbered === null) return `“${excerpt(text)}”`;
  const words = `${numbered.kind === 'request' ? 'Request' : 'Reply'} ${numbered.number}: “${numbered.text}”`;
  return isRepeated ? `Again: ${words}` : words;
}

export function datagramConsequence({ from, to, numbered, isRepeated, fate }: DatagramFacts): string {
  const [here, there] = [nameOf(from), nameOf(to)];
  if (fate.kind !== 'delivered') return 'The datagram is lost, and nobody is told.';
  if (numbered === null) return `${there} takes the datagram as it comes, and remembers nothing of it.`;
  if (isRepeated) return `${here} numbers its messages, and sends this one once more.`;
  return numbered.kind === 'request'
    ? `${here} itself keeps the request until it is answered.`
    : `${here} answers under the number of the request.`;
}
