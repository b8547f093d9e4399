/** Segments and datagrams, in Korean. */
import type { TransportWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';

export const transport: TransportWords = {
  'segment.label': ({ what, numbers }) => `${what} · ${numbers}`,
  'segment.duplicate': ({ to }) =>
    `네트워크에서 중복돼 두 번 도착했어요. ${withParticle(to, '은/는')} 이미 받은 세그먼트예요.`,
  'segment.reset.no-connection.alone': ({ from }) =>
    `${withParticle(from, '은/는')} 모르는 연결이라 RST를 보내요.`,
  'segment.reset.unread-data': ({ from }) =>
    `${from}의 프로세스가 데이터를 다 읽지 못하고 죽었어요. 운영체제가 RST로 연결을 끊어요.`,
  'segment.reset.dead-process': ({ from }) =>
    `${from}에는 이제 이 데이터를 읽을 프로세스가 없어요. 운영체제가 RST로 연결을 끊어요.`,
  'segment.reset.no-listener': ({ from }) =>
    `${from}에는 연결을 받을 프로세스가 이제 없어서, 운영체제가 RST로 연결을 거절해요.`,
  'segment.reset.older-connection': ({ from }) =>
    `${from}에는 이미 없는 이전 연결에 대한 답이에요. 그래서 RST로 연결을 끊어요.`,
  'segment.reset.given-up': ({ from, to }) =>
    `${withParticle(from, '이/가')} 연결을 포기하고 RST를 보내요. ${to}도 연결을 끊어요.`,
  'segment.reset.no-connection': ({ from, to }) =>
    `${withParticle(from, '은/는')} 모르는 연결이라 RST를 보내요. ${withParticle(to, '은/는')} 연결을 끊어요.`,
  'segment.reset.given-up.alone': ({ from }) =>
    `${withParticle(from, '이/가')} 연결을 포기하고 RST를 보내요.`,
  'segment.syn': ({ from }) =>
    `${withParticle(from, '이/가')} 연결을 요청해요. 양쪽이 시작 순서 번호를 기억해요.`,
  'segment.syn.alone': ({ from }) => `${withParticle(from, '이/가')} 연결을 요청해요.`,
  'segment.syn-ack': ({ from }) =>
    `${withParticle(from, '이/가')} 연결을 받아들이고, 자기 시작 순서 번호를 알려요.`,
  'segment.fin': ({ from }) => `${withParticle(from, '은/는')} 더 보낼 데이터가 없어요. 받는 것은 계속해요.`,
  'segment.fin.too': ({ from }) => `${from}도 더 보낼 데이터가 없어요.`,
  'segment.fin.dead-process': ({ from }) => `${from}의 프로세스가 죽어서 운영체제가 연결을 닫아요.`,
  'segment.last-fin': ({ from, to }) =>
    `${from}도 더 보낼 데이터가 없어요. ${withParticle(to, '은/는')} 연결 정보를 한동안 더 기억해요.`,
  'segment.established': ({ to }) => `${to}에서도 연결이 성립됐어요.`,
  'segment.acknowledges': ({ from }) => `${withParticle(from, '이/가')} 어디까지 받았는지 ACK로 알려요.`,
  'segment.acknowledges.dead-process': ({ from }) => `${from}의 운영체제가 어디까지 받았는지 ACK로 알려요.`,
  'segment.forgets': ({ to }) => `${to}에서 연결 정보가 지워져요.`,
  'segment.remembers-longer': ({ to }) => `${withParticle(to, '은/는')} 연결 정보를 한동안 더 기억해요.`,
  'segment.forgotten': '양쪽 모두 연결 정보를 지웠어요.',
  'segment.resent': ({ from }) => `ACK가 없어서 ${withParticle(from, '이/가')} 재전송해요.`,
  'segment.data': ({ from, characters }) =>
    `${withParticle(from, '이/가')} ${characters}글자를 보내고, ACK를 받을 때까지 보관해요.`,
  'segment.request': ({ line }) => `요청이 연결을 타고 가요: “${line}”`,
  'segment.response': ({ line }) => `답이 연결을 타고 돌아와요: “${line}”`,
  'segment.rest-of-request': '요청의 나머지가 연결을 타고 가요.',
  'segment.rest-of-response': '답의 나머지가 연결을 타고 돌아와요.',
  'segment.lost': ({ to }) => `${withParticle(to, '으로/로')} 가던 세그먼트가 유실됐어요.`,
  'segment.keeps': ({ from }) => `${withParticle(from, '은/는')} 보낸 데이터를 보관한 채 타이머를 기다려요.`,
  'segment.sends-once-more': ({ from }) => `${withParticle(from, '이/가')} 한 번 더 재전송해요.`,
  'segment.no-answer-again': '이번에도 ACK가 없어요.',
  'segment.receiver-down': ({ to }) => `${to}에 장애가 나서 ACK가 없어요.`,

  'datagram.request.label': ({ number, text }) => `요청 ${number}: “${text}”`,
  'datagram.reply.label': ({ number, text }) => `답 ${number}: “${text}”`,
  'segment.refused': '프로세스가 죽어서 운영체제가 대신 응답해요.',
  'segment.ack-taken': '프로세스가 죽어서 운영체제가 대신 ACK를 받아요.',
  'datagram.refused': '이제 받을 프로세스가 없어서 운영체제가 대신 응답해요.',
  'datagram.lost': '데이터그램이 유실됐어요. 보낸 쪽도 받을 쪽도 알 수 없어요.',
  'datagram.duplicate': ({ to }) =>
    `네트워크에서 중복돼 두 번 도착했어요. ${withParticle(to, '은/는')} 중복인지 알 수 없어요.`,
  'datagram.overtaken': ({ to }) =>
    `나중에 보낸 것보다 늦게 도착했어요. ${withParticle(to, '은/는')} 순서가 바뀐 줄 몰라요.`,
  'datagram.taken': ({ to }) =>
    `${withParticle(to, '은/는')} 데이터그램을 받을 뿐, 아무것도 기억하지 않아요.`,
  'datagram.numbered-duplicate': '네트워크에서 중복돼 두 번 도착했어요. 번호를 보면 알 수 있어요.',
  'datagram.numbered-duplicate.done-again': ({ to }) =>
    `네트워크에서 중복돼 두 번 도착했어요. ${to}에는 이 번호의 기록이 없어서 같은 일을 또 해요.`,
  'datagram.request': ({ from }) => `답을 받을 때까지 ${withParticle(from, '이/가')} 요청을 직접 기억해요.`,
  'datagram.request.resent': ({ from }) =>
    `답이 없어서 ${withParticle(from, '이/가')} 기억해 둔 요청을 재전송해요.`,
  'datagram.reply': ({ from }) => `${withParticle(from, '이/가')} 요청과 같은 번호로 답해요.`,
  'datagram.reply.repeated': ({ from }) =>
    `${withParticle(from, '은/는')} 이 번호를 기억해요. 답만 다시 보내고, 일은 두 번 하지 않아요.`,
  'datagram.reply.done-twice': ({ from }) =>
    `${withParticle(from, '은/는')} 기억하는 것이 없어서 같은 일을 두 번 했어요.`,
  'datagram.reply.forgotten': ({ from }) => `${from}에서 이 번호의 기록이 사라져서 같은 일을 두 번 했어요.`,
};
