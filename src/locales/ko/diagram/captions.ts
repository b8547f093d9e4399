/** The one sentence for the whole room, in Korean. */
import type { CaptionWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';

export const captions: CaptionWords = {
  'caption.lost': ({ to }) => `${withParticle(to, '으로/로')} 가던 메시지가 사라졌어요.`,
  'caption.not-told': ({ from }) => `${withParticle(from, '은/는')} 그것을 몰라요.`,
  'caption.link-cut': '연결이 끊겨 있어요.',
  'caption.receiver-gone': '기다리던 쪽이 이제 없어요.',
  'caption.no-answer': ({ to }) => `${withParticle(to, '이/가')} 응답하지 않아요.`,
  'caption.nothing-sent': '아무것도 보내지 못했어요.',
  'caption.not-forwarded': '요청은 전해지지 않았어요.',
  'caption.hand-over': ({ from, to }) =>
    `이제 ${to}에게도 ${withParticle(from, '이/가')} 자기를 증명하던 것이 있어요.`,
  'caption.database': ({ from, to }) => `${withParticle(from, '이/가')} ${to}에 보내요.`,
  'caption.database.words': ({ words }) => `“${words}”`,
  'caption.health-check': '상태를 확인해요.',

  'caption.asks-again': ({ asker }) => `${withParticle(asker, '은/는')} 답이 없어서 다시 물어요.`,
  'caption.logs-in': ({ asker }) => `${withParticle(asker, '이/가')} 이름과 비밀번호를 보내요.`,
  'caption.asks': ({ asker }) => `${withParticle(asker, '이/가')} 물어요.`,
  'caption.says': ({ asker }) => `${withParticle(asker, '이/가')} 말해요.`,
  'caption.says-what-is-new': ({ asker }) => `${withParticle(asker, '은/는')} 새로운 말만 해요.`,
  'caption.says-everything': ({ asker }) => `${withParticle(asker, '은/는')} 매번 처음부터 다 말해요.`,

  'caption.looks-for-session': ({ server }) => `${withParticle(server, '이/가')} 이 손님의 세션을 찾아요.`,
  'caption.has-none': '그런데 없어요.',
  'caption.saves-payment': ({ server }) => `${withParticle(server, '이/가')} 결제를 데이터베이스에 적어요.`,
  'caption.saves-order': ({ server }) => `${withParticle(server, '은/는')} 주문을 데이터베이스에 저장해요.`,
  'caption.saves-order.stateless': ({ server }) =>
    `${withParticle(server, '은/는')} 주문을 데이터베이스에 저장하고, 스스로는 아무것도 기억하지 않아요.`,
  'caption.request-arrives': ({ server }) => `요청이 ${server}에 도착해요.`,
  'caption.checks-password': ({ server }) =>
    `${withParticle(server, '은/는')} 이름과 비밀번호를 데이터베이스에서 확인하고, 아무것도 기억하지 않아요.`,
  'caption.checks-token': ({ server }) =>
    `${withParticle(server, '은/는')} 토큰의 서명을 확인할 뿐, 아무것도 기억하지 않아요.`,
  'caption.request-says-all': ({ server }) =>
    `요청에 모든 것이 들어 있어요. ${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`,
  'caption.ends-session': ({ server }) => `${withParticle(server, '이/가')} 세션을 끝내고 잊어요.`,
  'caption.finds-session': ({ server }) => `${withParticle(server, '이/가')} 세션을 찾았어요.`,
  'caption.too-old': '그런데 너무 오래돼서 잊어요.',
  'caption.tries-next': ({ server }) => `로드 밸런서는 다음 서버에 다시 보내요. ${server}에 도착해요.`,
  'caption.remembers': ({ server }) => `${withParticle(server, '이/가')} 기억해요.`,
  'caption.still-knows': ({ server }) => `${withParticle(server, '이/가')} 기억하고 있어요.`,

  'caption.answers': ({ server }) => `${withParticle(server, '이/가')} 답해요.`,
  'caption.answers.new-server': ({ server }) =>
    `${withParticle(server, '은/는')} 이 손님을 처음 보지만 문제없어요.`,
  'caption.answers-late': ({ server }) => `${withParticle(server, '이/가')} 너무 늦게 답해요.`,
  'caption.too-late': '이제 기다리는 이가 없어요.',
  'caption.reaches-nobody': ({ server }) =>
    `${withParticle(server, '이/가')} 답하지만 아무에게도 닿지 않아요.`,
  'caption.passes-answer-on': ({ server }) => `${withParticle(server, '이/가')} 답을 전해요.`,
  'caption.store-lacks-customer': '저장소도 이 손님을 몰라요.',
  'caption.told-too-little': ({ server }) =>
    `${withParticle(server, '은/는')} 들은 것만으로는 답할 수 없어요.`,
  'caption.never-met-customer': ({ server }) => `${withParticle(server, '은/는')} 이 손님을 처음 봐요.`,
  'caption.does-not-know-customer': ({ server }) => `${withParticle(server, '은/는')} 이 손님을 몰라요.`,

  'failed.no-server': '답할 서버가 하나도 없어요.',
  'failed.server-timeout': '서버가 너무 오래 걸려요. 어디까지 했는지는 아무도 몰라요.',
  'failed.connection-reset': '서버가 답하기 전에 멈췄어요. 어디까지 했는지는 아무도 몰라요.',
  'failed.server-busy': ({ server }) => `${withParticle(server, '이/가')} 너무 바빠서 더 받지 못해요.`,
  'failed.database-unavailable': ({ server }) =>
    `${withParticle(server, '이/가')} 데이터베이스에 닿지 못해요.`,
  'failed.sessions-unavailable': ({ server }) =>
    `${withParticle(server, '이/가')} 세션을 읽거나 쓸 수 없어요.`,
  'failed.store-lacks-session': '저장소도 이 세션을 몰라요.',
  'failed.lacks-session': ({ server }) => `${server}에는 그런 세션이 없어요.`,
  'failed.lacks-session.new-server': ({ server }) =>
    `${withParticle(server, '은/는')} 이 손님을 처음 봐요. 그런 세션이 없어요.`,
  'failed.expired-session': ({ server }) =>
    `${withParticle(server, '이/가')} 세션을 찾았지만 너무 오래됐어요.`,
  'failed.login-unknown': ({ server }) => `${withParticle(server, '은/는')} 이 손님이 로그인한 것을 몰라요.`,
  'failed.asker-unknown': ({ server }) => `${withParticle(server, '은/는')} 누가 묻는지 몰라요.`,
  'failed.wrong-credentials': '이름과 비밀번호가 맞지 않아요.',
  'failed.forbidden': ({ server }) => `${withParticle(server, '은/는')} 누구인지 알지만 허락하지 않아요.`,
  'failed.unknown-key': ({ server }) => `${server}에는 이 토큰을 확인할 키가 없어요.`,
  'failed.bad-signature': ({ server }) =>
    `${withParticle(server, '은/는')} 토큰이 바뀌었거나 남이 서명한 것을 알아봐요.`,
  'failed.wrong-algorithm': ({ server }) => `${withParticle(server, '은/는')} 정해 둔 알고리즘만 받아요.`,
  'failed.expired': '토큰의 유효 기간이 끝났어요.',
  'failed.revoked': '더는 받지 않기로 한 토큰이에요.',
  'failed.invalid-grant': '이미 썼거나, 버렸거나, 준 적 없는 갱신 토큰이에요.',
  'failed.bad-token': ({ server }) => `${withParticle(server, '은/는')} 이 토큰을 받지 않아요.`,
  'failed.bad-request': ({ server }) => `${withParticle(server, '은/는')} 이 요청에 답할 수 없어요.`,

  'caption.timed-out': ({ node }) => `${withParticle(node, '이/가')} 더 기다리지 않아요.`,
  'caption.broken-connection': ({ node }) => `${node}의 연결이 끊겼어요.`,
  'caption.reset': ({ node, by }) => `${withParticle(node, '와/과')} ${by}의 연결이 끊겼어요.`,
  'caption.connection-expired': ({ node }) => `${withParticle(node, '이/가')} 연결을 잊어요.`,
  'caption.left': ({ node }) => `${withParticle(node, '이/가')} 떠나요.`,
  'caption.notices': ({ node }) => `${withParticle(node, '이/가')} 알게 돼요.`,
  'caption.server-down': ({ server }) => `${withParticle(server, '이/가')} 응답하지 않아요.`,
  'caption.server-up': ({ server }) => `${withParticle(server, '이/가')} 돌아왔어요.`,
};
