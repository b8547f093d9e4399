/** The one sentence for the whole room, in Korean. */
import type { CaptionWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';
import { won } from '../words.ts';

export const captions: CaptionWords = {
  'caption.lost': ({ to }) => `${withParticle(to, '으로/로')} 가던 메시지가 유실됐어요.`,
  'caption.not-told': ({ from }) => `${withParticle(from, '은/는')} 유실된 줄 몰라요.`,
  'caption.link-cut': '링크가 끊겨 있어요.',
  'caption.receiver-dark': '머신의 전원이 끊겨서 아무 응답도 없어요.',
  'caption.port-unreachable': ({ from, to }) =>
    `${from}의 운영체제가 ${to}에 알려요: 이 포트에서 기다리는 프로세스가 없어요.`,
  'caption.reaches-frozen': ({ to }) => `메시지가 ${to}에 도착했지만 프로세스가 멈춰 있어요.`,
  'caption.held': '다시 동작할 때까지 거기서 기다려요.',
  'caption.receiver-down': '받을 쪽에 장애가 났어요.',
  'caption.receiver-gone': '이 응답을 기다리던 프로세스가 사라졌어요.',
  'caption.no-answer': ({ to }) => `${withParticle(to, '이/가')} 응답하지 않아요.`,
  'caption.nothing-sent': '아무것도 보내지 못했어요.',
  'caption.not-forwarded': '그래서 요청을 보내지 못했어요.',
  'caption.connection-close': ({ from, to }) =>
    `${withParticle(from, '이/가')} ${withParticle(to, '와/과')} 맺은 유휴 연결을 닫아요.`,
  'caption.crosses': '그런데 그 연결로 오던 요청이 있어요.',
  'caption.hand-over.session-id': ({ from, to }) => `이제 ${to}도 ${from}의 세션 ID를 갖게 됐어요.`,
  'caption.hand-over.token': ({ from, to }) => `이제 ${to}도 ${from}의 토큰을 갖게 됐어요.`,
  'caption.hand-over.cookie': ({ from, to }) => `이제 ${to}도 ${from}의 암호화 쿠키를 갖게 됐어요.`,
  'caption.hand-over.password': ({ from, to }) => `이제 ${to}도 ${from}의 이름과 비밀번호를 갖게 됐어요.`,
  'caption.hand-over.nothing': ({ from, to }) =>
    `${from}에 아직 신원 정보가 없어서 ${to}에 넘어간 것이 없어요.`,
  'caption.database': ({ from, to }) => `${withParticle(from, '이/가')} ${to}에 보내요.`,
  'caption.database.words': ({ words }) => `“${words}”`,
  'caption.health-check': '헬스 체크예요.',

  'caption.asks-again': ({ asker }) => `답이 없어서 ${withParticle(asker, '이/가')} 재시도해요.`,
  'caption.asks-again.after-error': ({ asker }) =>
    `오류 응답을 받아서 ${withParticle(asker, '이/가')} 재시도해요.`,
  'caption.browser-resends': ({ asker }) =>
    `${asker}의 연결이 답 없이 끊겨서, 브라우저가 자동으로 요청을 다시 보내요.`,
  'caption.logs-in': ({ asker }) => `${withParticle(asker, '이/가')} 이름과 비밀번호를 보내요.`,
  'caption.asks': ({ asker }) => `${withParticle(asker, '이/가')} 물어요.`,
  'caption.says': ({ asker }) => `${withParticle(asker, '이/가')} 말해요.`,
  'caption.says-what-is-new': ({ asker }) => `${withParticle(asker, '은/는')} 달라진 것만 말해요.`,
  'caption.says-everything': ({ asker }) => `${withParticle(asker, '은/는')} 요청마다 전부 다시 말해요.`,

  'caption.looks-for-session': ({ server }) => `${withParticle(server, '이/가')} 이 손님의 세션을 찾아요.`,
  'caption.has-none': '하지만 없어요.',
  'caption.saves-payment': ({ server }) => `${withParticle(server, '이/가')} 결제를 데이터베이스에 저장해요.`,
  'caption.saves-order': ({ server }) => `${withParticle(server, '은/는')} 주문을 데이터베이스에 저장해요.`,
  'caption.saves-order.stateless': ({ server }) =>
    `${withParticle(server, '은/는')} 주문을 데이터베이스에 저장하고 메모리에는 남기지 않아요.`,
  'caption.request-arrives': ({ server }) => `요청이 ${server}에 도착해요.`,
  'caption.checks-password': ({ server }) =>
    `${withParticle(server, '은/는')} 비밀번호를 데이터베이스에서 확인하고, 아무것도 기억하지 않아요.`,
  'caption.checks-token': ({ server }) =>
    `${withParticle(server, '은/는')} 토큰의 서명을 확인하고, 아무것도 기억하지 않아요.`,
  'caption.brings-state': ({ server }) =>
    `상태가 요청에 다 들어 있어요. ${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`,
  'caption.brings-cookie': ({ server }) =>
    `상태는 암호화 쿠키에 있어요. ${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`,
  'caption.brings-nothing': ({ server }) =>
    `누구의 요청인지 적혀 있지 않아요. ${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`,
  'caption.brings-no-token': ({ server }) =>
    `요청에 토큰이 없어요. ${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`,
  'caption.brings-no-cookie': ({ server }) =>
    `요청에 암호화 쿠키가 없어요. ${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`,
  'caption.ends-session': ({ server }) => `${withParticle(server, '이/가')} 세션을 끝내고 지워요.`,
  'caption.finds-session': ({ server }) => `${withParticle(server, '이/가')} 세션을 찾았어요.`,
  'caption.too-old': '하지만 만료돼서 지워요.',
  'caption.tries-next': ({ server }) => `로드 밸런서가 ${withParticle(server, '으로/로')} 재시도해요.`,
  'caption.remembers': ({ server }) => `${withParticle(server, '이/가')} 기억해요.`,
  'caption.still-knows': ({ server }) => `${withParticle(server, '이/가')} 기억하고 있어요.`,

  'caption.evicted': ({ memory }) => `가득 차서 다른 항목(${memory})을 축출해요.`,
  'caption.overwritten': ({ words }) => `${words} 요청이 바꾼 것을 덮어썼어요.`,
  'caption.revived': ({ words }) => `${words} 요청이 끝낸 세션이 다시 생겼어요.`,
  'caption.was-overwritten': ({ server }) => `${server}에 말했지만, 다른 요청이 덮어써서 사라졌어요.`,

  'caption.answers': ({ server }) => `${withParticle(server, '이/가')} 답해요.`,
  'caption.answers.new-server': ({ server }) =>
    `${withParticle(server, '은/는')} 이 손님을 처음 보지만 답할 수 있어요.`,
  'caption.answers-late': ({ server }) => `${withParticle(server, '이/가')} 너무 늦게 답해요.`,
  'caption.too-late': '기다리는 쪽이 더 이상 없어요.',
  'caption.charged-anyway': ({ amountWon, charge }) =>
    `그래도 ${won(amountWon)} 결제는 처리됐어요. 결제 번호: ${charge}.`,
  'caption.not-charged-again': ({ charge }) =>
    `이미 처리된 결제라 다시 결제하지 않았어요. 결제 번호: ${charge}.`,
  'caption.ordered-anyway': '그래도 주문은 저장됐어요.',
  'caption.reaches-nobody': ({ server }) => `${withParticle(server, '이/가')} 답하지만 받을 쪽이 없어요.`,
  'caption.passes-answer-on': ({ server }) => `${withParticle(server, '이/가')} 답을 전달해요.`,
  'caption.store-lacks-customer': '답한 저장소에는 이 손님의 세션이 없어요.',
  'caption.told-too-little': ({ server }) =>
    `${withParticle(server, '은/는')} 받은 정보만으로는 답할 수 없어요.`,
  'caption.never-met-customer': ({ server }) => `${withParticle(server, '은/는')} 이 손님을 처음 봐요.`,
  'caption.does-not-know-customer': ({ server }) => `${withParticle(server, '은/는')} 이 손님을 몰라요.`,

  'failed.no-server': '답할 수 있는 서버가 없어요.',
  'failed.server-unreachable': '로드 밸런서가 서버에 접속하지 못해서 포기해요.',
  'failed.server-timeout': '서버 타임아웃이에요. 어디까지 처리했는지 알 수 없어요.',
  'failed.connection-reset': '서버와 맺은 연결이 답 없이 끊겼어요. 서버가 어디까지 처리했는지 알 수 없어요.',
  'failed.server-busy': ({ server }) => `${withParticle(server, '이/가')} 너무 바빠서 요청을 더 받지 못해요.`,
  'failed.database-unavailable': ({ server }) =>
    `${withParticle(server, '이/가')} 데이터베이스에 접속하지 못해요.`,
  'failed.sessions-unavailable': ({ server }) =>
    `${withParticle(server, '이/가')} 세션 저장소를 쓸 수 없어요.`,
  'failed.store-full': ({ server }) =>
    `세션 저장소가 가득 차서, ${withParticle(server, '이/가')} 거기에 저장할 것을 받지 않아요.`,
  'failed.cannot-sign': ({ server }) => `${server}에는 토큰에 서명할 키가 없어요.`,
  'failed.cannot-seal': ({ server }) => `${server}에는 쿠키를 암호화할 키가 없어요.`,
  'failed.session-conflict': ({ server }) =>
    `다른 요청이 세션을 계속 바꿔서 ${withParticle(server, '이/가')} 포기해요.`,
  'failed.session-locked': ({ server }) =>
    `세션의 잠금이 풀리지 않아서 ${withParticle(server, '이/가')} 포기해요.`,
  'failed.store-lacks-session': '답한 저장소에는 이 세션이 없어요.',
  'failed.lacks-session': ({ server }) => `${server}에는 이 세션이 없어요.`,
  'failed.lacks-session.new-server': ({ server }) =>
    `${withParticle(server, '은/는')} 이 손님을 처음 봐요. 그래서 세션이 없어요.`,
  'failed.other-format': ({ server }) =>
    `${withParticle(server, '은/는')} 다른 버전이 쓴 세션을 찾았지만 읽을 수 없어요.`,
  'failed.expired-session': ({ server }) =>
    `${withParticle(server, '이/가')} 세션을 찾았지만 이미 만료됐어요.`,
  'failed.login-unknown': ({ server }) => `${withParticle(server, '은/는')} 이 손님이 로그인한 것을 몰라요.`,
  'failed.asker-unknown': ({ server }) => `${withParticle(server, '은/는')} 누구의 요청인지 몰라요.`,
  'failed.wrong-credentials': '이름이나 비밀번호가 틀렸어요.',
  'failed.forbidden': ({ server }) =>
    `${withParticle(server, '은/는')} 누구인지 알지만, 권한이 없어서 거절해요.`,
  'failed.unknown-key': ({ server }) => `${server}에는 이 토큰이나 쿠키를 확인할 키가 없어요.`,
  'failed.bad-signature': ({ server }) =>
    `${withParticle(server, '이/가')} 확인해 보니 서명이 맞지 않아요. 위변조됐거나 다른 키로 서명했어요.`,
  'failed.bad-seal': ({ server }) =>
    `${withParticle(server, '이/가')} 이 쿠키를 열 수 없어요. 위변조됐거나 다른 키로 암호화했어요.`,
  'failed.not-yet-valid': ({ server }) => `${server}의 시계로 보면 아직 유효하지 않은 토큰이에요.`,
  'failed.wrong-algorithm': ({ server }) => `${withParticle(server, '은/는')} 정해 둔 알고리즘만 허용해요.`,
  'failed.expired': ({ server }) => `${server}의 시계로 보면 토큰이 만료됐어요.`,
  'failed.revoked': '차단 목록에 있는 토큰이에요.',
  'failed.invalid-grant': '유효하지 않거나 만료됐거나 폐기된 리프레시 토큰이에요.',
  'failed.bad-token': ({ server }) => `${withParticle(server, '은/는')} 이 토큰을 받지 않아요.`,
  'failed.bad-request': ({ server }) => `${withParticle(server, '은/는')} 이 요청을 처리할 수 없어요.`,

  'caption.timed-out': ({ node }) => `${node}에서 타임아웃이 났어요.`,
  'caption.broken-connection': ({ node }) => `${node}의 연결이 끊겼어요.`,
  'caption.reset': ({ node, by }) => `${withParticle(node, '와/과')} ${by}의 연결이 끊겼어요.`,
  'caption.promoted': ({ node }) => `${withParticle(node, '이/가')} 주 저장소를 이어받아요.`,
  'caption.connection-expired': ({ node }) => `${withParticle(node, '이/가')} 연결 정보를 지워요.`,
  'caption.left': ({ node }) => `${withParticle(node, '이/가')} 클러스터에서 빠졌어요.`,
  'caption.notices': ({ node }) => `${withParticle(node, '이/가')} 알아차려요.`,
  'caption.server-down': ({ server }) => `${withParticle(server, '이/가')} 응답하지 않아요.`,
  'caption.server-up': ({ server }) => `${withParticle(server, '이/가')} 다시 정상이에요.`,
};
