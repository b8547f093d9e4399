/** Segments, datagrams and what is remembered of them, in Korean. */
import type { Phrase } from '../../sequence/phrasebook.ts';
import type { DatagramFacts, EndFacts, SegmentFacts } from '../../sequence/step-facts.ts';
import type { Connection } from '../../simulation/protocols/tcp/tcb.ts';
import { excerpt, heldIn, plain, startLine, toned, unacknowledgedIn } from '../phrases.ts';
import { withParticle } from './particles.ts';
import { nameOf } from './words.ts';

export function segmentLabel(facts: SegmentFacts): string {
  const words = facts.carriesHttp ? withoutNumbers(facts) : withNumbers(facts);
  if (facts.isCopy) return `중복: ${words}`;
  return facts.isRepeated ? `다시 보냄: ${words}` : words;
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
  const subject = withParticle(nameOf(from), '이/가');
  const topic = withParticle(nameOf(from), '은/는');
  const otherTopic = withParticle(nameOf(to), '은/는');
  if (facts.isCopy) return `네트워크에서 같은 것이 하나 더 생겼어요. ${otherTopic} 이미 받은 것이에요.`;
  if (segment.control.includes('RST')) return `${topic} 이런 연결을 몰라요. ${otherTopic} 연결을 포기해요.`;
  if (segment.control.includes('SYN')) {
    return segment.ack === null
      ? `${subject} 연결을 열자고 해요. 몇 번부터 셀지 서로 적어 둬요.`
      : `${subject} 좋다고 하고, 자기도 몇 번부터 셀지 알려요.`;
  }
  if (segment.control.includes('FIN')) {
    return receiver.after === 'TIME-WAIT'
      ? `${nameOf(from)}도 더 할 말이 없어요. ${otherTopic} 연결을 한동안 더 기억해요.`
      : `${topic} 더 할 말이 없지만, 아직 듣고는 있어요.`;
  }
  if (segment.data !== '') return dataConsequence(facts);
  if (receiver.before !== 'ESTABLISHED' && receiver.after === 'ESTABLISHED') {
    return `${nameOf(to)}도 이제 연결된 것을 알아요.`;
  }
  return `${subject} 어디까지 받았는지 알려요.${closing(sender, receiver)}`;
}

function dataConsequence({ segment, from, isRepeated, carriesHttp }: SegmentFacts): string {
  if (isRepeated) return `${withParticle(nameOf(from), '은/는')} 답을 듣지 못해서 같은 것을 다시 보내요.`;
  if (!carriesHttp) {
    return `${withParticle(nameOf(from), '이/가')} ${segment.data.trim().length}글자를 보내고, 확인받을 때까지 기억해 둬요.`;
  }
  return from.role === 'client'
    ? `요청이 연결을 타고 가요: “${excerpt(startLine(segment.data))}”`
    : `답이 연결을 타고 돌아와요: “${excerpt(startLine(segment.data))}”`;
}

function closing(sender: EndFacts, receiver: EndFacts): string {
  return sender.after === 'CLOSED' || receiver.after === 'CLOSED' ? ' 연결은 잊혀요.' : '';
}

/** A segment that did not arrive: whoever sent it finds out only by hearing nothing. */
export function segmentLoss({ from, to, fate, segment, isRepeated }: SegmentFacts): Phrase {
  const topic = withParticle(nameOf(from), '은/는');
  const isMissed = segment.data !== '' || segment.control.some((bit) => bit === 'SYN' || bit === 'FIN');
  const keeps = isMissed ? ` ${topic} 그것을 간직한 채 타이머를 기다려요.` : ` ${topic} 그것을 몰라요.`;
  if (fate.kind !== 'lost' || fate.why !== 'receiver-gone') {
    return [toned('failure', `${nameOf(to)}에 가던 세그먼트가 사라졌어요.`), plain(keeps)];
  }
  return isRepeated
    ? [
        plain(`${withParticle(nameOf(from), '이/가')} 한 번 더 보내요. `),
        toned('failure', '이번에도 답이 없어요.'),
      ]
    : [toned('failure', `${withParticle(nameOf(to), '은/는')} 꺼져 있어 답이 없어요.`), plain(keeps)];
}

/** The states of both ends as they stand afterwards. */
export function statesOf({ from, to, sender, receiver }: SegmentFacts): string {
  return `${nameOf(from)} ${sender.after}, ${nameOf(to)} ${receiver.after}`;
}

export function datagramLabel({ text, numbered, isRepeated, isCopy }: DatagramFacts): string {
  const words =
    numbered === null
      ? `“${excerpt(text)}”`
      : `${numbered.kind === 'request' ? '요청' : '답'} ${numbered.number}: “${excerpt(numbered.text)}”`;
  if (isCopy) return `중복: ${words}`;
  return isRepeated ? `다시 보냄: ${words}` : words;
}

export function datagramConsequence(facts: DatagramFacts): string {
  const { from, to, numbered, isRepeated, isCopy, wasOvertaken, fate, serverRemembers } = facts;
  const topic = withParticle(nameOf(from), '은/는');
  const otherTopic = withParticle(nameOf(to), '은/는');
  if (fate.kind !== 'delivered') return '데이터그램이 사라졌어요. 아무도 그것을 몰라요.';
  if (numbered === null) {
    if (isCopy) return `네트워크에서 같은 것이 하나 더 생겼어요. ${otherTopic} 다른 데이터그램인 줄 알아요.`;
    return wasOvertaken
      ? `먼저 보낸 것인데 오는 길에 추월당했어요. ${otherTopic} 그것을 알 수 없어요.`
      : `${otherTopic} 데이터그램을 받을 뿐, 아무것도 기억하지 않아요.`;
  }
  if (isCopy) return '네트워크에서 같은 것이 하나 더 생겼어요. 번호를 보면 알 수 있어요.';
  if (numbered.kind === 'request') {
    return isRepeated
      ? `${topic} 답을 못 받았어요. 기억해 둔 요청을 다시 보내요.`
      : `${topic} 답을 받을 때까지 요청을 스스로 기억해요.`;
  }
  if (!isRepeated) return `${topic} 요청의 번호로 답해요.`;
  return serverRemembers
    ? `${topic} 이 번호를 기억해요. 답만 되풀이하고, 일은 두 번 하지 않아요.`
    : `${topic} 기억하는 것이 없어서 같은 일을 두 번 했어요.`;
}

/** What one end remembers of a connection: state, ports, numbers, and what is in its buffers. */
export function connectionChips(connection: Connection): readonly string[] {
  const { state, localPort, remotePort, sndNxt, rcvNxt } = connection;
  const unacknowledged = unacknowledgedIn(connection);
  const held = heldIn(connection);
  return [
    state,
    `포트 ${localPort} ↔ ${remotePort}`,
    state === 'SYN-SENT' ? `보낼 번호 ${sndNxt}` : `보낼 번호 ${sndNxt}, 받을 번호 ${rcvNxt}`,
    ...(unacknowledged === '' ? [] : [`확인 못 받음: “${excerpt(unacknowledged)}”`]),
    ...(held === '' ? [] : [`순서 어긋남: “${excerpt(held)}”`]),
  ];
}
