/** Segments and datagrams, in Korean. */
import type { TransportWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';

export const transport: TransportWords = {
  'segment.label': ({ what, numbers }) => `${what} · ${numbers}`,
  'segment.duplicate': ({ to }) =>
    `네트워크에서 같은 것이 하나 더 생겼어요. ${withParticle(to, '은/는')} 이미 받은 것이에요.`,
  'segment.reset': ({ from, to }) =>
    `${withParticle(from, '은/는')} 이런 연결을 몰라요. ${withParticle(to, '은/는')} 연결을 포기해요.`,
  'segment.syn': ({ from }) =>
    `${withParticle(from, '이/가')} 연결을 열자고 해요. 몇 번부터 셀지 서로 적어 둬요.`,
  'segment.syn-ack': ({ from }) =>
    `${withParticle(from, '이/가')} 좋다고 하고, 자기도 몇 번부터 셀지 알려요.`,
  'segment.fin': ({ from }) => `${withParticle(from, '은/는')} 더 할 말이 없지만, 아직 듣고는 있어요.`,
  'segment.last-fin': ({ from, to }) =>
    `${from}도 더 할 말이 없어요. ${withParticle(to, '은/는')} 연결을 한동안 더 기억해요.`,
  'segment.established': ({ to }) => `${to}도 이제 연결된 것을 알아요.`,
  'segment.acknowledges': ({ from }) => `${withParticle(from, '이/가')} 어디까지 받았는지 알려요.`,
  'segment.forgotten': '연결은 잊혀요.',
  'segment.resent': ({ from }) => `${withParticle(from, '은/는')} 답을 듣지 못해서 같은 것을 다시 보내요.`,
  'segment.data': ({ from, characters }) =>
    `${withParticle(from, '이/가')} ${characters}글자를 보내고, 확인받을 때까지 기억해 둬요.`,
  'segment.request': ({ line }) => `요청이 연결을 타고 가요: “${line}”`,
  'segment.response': ({ line }) => `답이 연결을 타고 돌아와요: “${line}”`,
  'segment.lost': ({ to }) => `${to}에 가던 세그먼트가 사라졌어요.`,
  'segment.keeps': ({ from }) => `${withParticle(from, '은/는')} 그것을 간직한 채 타이머를 기다려요.`,
  'segment.sends-once-more': ({ from }) => `${withParticle(from, '이/가')} 한 번 더 보내요.`,
  'segment.no-answer-again': '이번에도 답이 없어요.',
  'segment.receiver-down': ({ to }) => `${withParticle(to, '은/는')} 꺼져 있어 답이 없어요.`,

  'datagram.request.label': ({ number, text }) => `요청 ${number}: “${text}”`,
  'datagram.reply.label': ({ number, text }) => `답 ${number}: “${text}”`,
  'datagram.lost': '데이터그램이 사라졌어요. 아무도 그것을 몰라요.',
  'datagram.duplicate': ({ to }) =>
    `네트워크에서 같은 것이 하나 더 생겼어요. ${withParticle(to, '은/는')} 다른 데이터그램인 줄 알아요.`,
  'datagram.overtaken': ({ to }) =>
    `먼저 보낸 것인데 오는 길에 추월당했어요. ${withParticle(to, '은/는')} 그것을 알 수 없어요.`,
  'datagram.taken': ({ to }) =>
    `${withParticle(to, '은/는')} 데이터그램을 받을 뿐, 아무것도 기억하지 않아요.`,
  'datagram.numbered-duplicate': '네트워크에서 같은 것이 하나 더 생겼어요. 번호를 보면 알 수 있어요.',
  'datagram.request': ({ from }) => `${withParticle(from, '은/는')} 답을 받을 때까지 요청을 스스로 기억해요.`,
  'datagram.request.resent': ({ from }) =>
    `${withParticle(from, '은/는')} 답을 못 받았어요. 기억해 둔 요청을 다시 보내요.`,
  'datagram.reply': ({ from }) => `${withParticle(from, '은/는')} 요청의 번호로 답해요.`,
  'datagram.reply.repeated': ({ from }) =>
    `${withParticle(from, '은/는')} 이 번호를 기억해요. 답만 되풀이하고, 일은 두 번 하지 않아요.`,
  'datagram.reply.done-twice': ({ from }) =>
    `${withParticle(from, '은/는')} 기억하는 것이 없어서 같은 일을 두 번 했어요.`,
};
