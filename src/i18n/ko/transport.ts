/** Segments and datagrams, in Korean. */
import type { DatagramFacts, EndFacts, SegmentFacts } from '../../diagram/step-facts.ts';
import { excerpt } from '../phrases.ts';
import { withParticle } from './particles.ts';
import { nameOf } from './words.ts';

export function segmentLabel({ segment, isRepeated }: SegmentFacts): string {
  const { control, ack, data, seq } = segment;
  const names = [...control.filter((bit) => bit !== 'PSH'), ...(ack === null ? [] : ['ACK'])].join(', ');
  const numbers = ack === null ? `seq ${seq}` : `seq ${seq}, ack ${ack}`;
  const words = data === '' ? `${names} · ${numbers}` : `“${excerpt(data)}” · ${numbers}`;
  return isRepeated ? `다시 보냄: ${words}` : words;
}

/** What a segment brings about. */
export function segmentConsequence(facts: SegmentFacts): string {
  const { segment, from, to, sender, receiver } = facts;
  const subject = withParticle(nameOf(from), '이/가');
  const topic = withParticle(nameOf(from), '은/는');
  const otherTopic = withParticle(nameOf(to), '은/는');
  if (segment.control.includes('RST')) return `${topic} 이런 연결을 몰라요. ${otherTopic} 연결을 포기해요.`;
  if (segment.control.includes('SYN')) {
    return segment.ack === null
      ? `${subject} 연결을 열자고 해요. 몇 번부터 셀지 서로 적어 둬요.`
      : `${subject} 좋다고 하고, 자기도 몇 번부터 셀지 알려요.`;
  }
  if (segment.control.includes('FIN')) return `${topic} 더 할 말이 없어요.`;
  if (segment.data !== '') {
    return facts.isRepeated
      ? `${topic} 답을 듣지 못해서 같은 것을 다시 보내요.`
      : `${subject} 보낸 것을 확인받을 때까지 기억해 둬요.`;
  }
  if (receiver.before !== 'ESTABLISHED' && receiver.after === 'ESTABLISHED') {
    return `${nameOf(to)}도 이제 연결된 것을 알아요.`;
  }
  return `${subject} 어디까지 받았는지 알려요.${closing(sender, receiver)}`;
}

function closing(sender: EndFacts, receiver: EndFacts): string {
  return sender.after === 'CLOSED' || receiver.after === 'CLOSED' ? ' 연결은 잊혀요.' : '';
}

/** The states of both ends as they stand afterwards. */
export function statesOf({ from, to, sender, receiver }: SegmentFacts): string {
  return `${nameOf(from)} ${sender.after}, ${nameOf(to)} ${receiver.after}`;
}

export function datagramLabel({ text, numbered, isRepeated }: DatagramFacts): string {
  if (numbered === null) return `“${excerpt(text)}”`;
  const words = `${numbered.kind === 'request' ? '요청' : '답'} ${numbered.number}: “${numbered.text}”`;
  return isRepeated ? `다시 보냄: ${words}` : words;
}

export function datagramConsequence({ from, to, numbered, isRepeated, fate }: DatagramFacts): string {
  const topic = withParticle(nameOf(from), '은/는');
  if (fate.kind !== 'delivered') return '데이터그램이 사라졌어요. 아무도 그것을 몰라요.';
  if (numbered === null) {
    return `${withParticle(nameOf(to), '은/는')} 데이터그램을 받을 뿐, 아무것도 기억하지 않아요.`;
  }
  if (isRepeated) return `${topic} 메시지에 번호를 붙였고, 이것을 한 번 더 보내요.`;
  return numbered.kind === 'request'
    ? `${topic} 답을 받을 때까지 요청을 스스로 기억해요.`
    : `${topic} 요청의 번호로 답해요.`;
}
