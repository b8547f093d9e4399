/** Messages to and from the session store, and between servers that keep copies, in Korean. */
import type { StoreWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';
import { number } from '../words.ts';

export const store: StoreWords = {
  'store.get-session': ({ session }) => `세션 ${session} 있나요?`,
  'store.get.session': '그런 세션 있나요?',
  'store.get.login': '그런 로그인 있나요?',
  'store.get.revocation': '폐기된 토큰인가요?',
  'store.get.other': '있나요?',
  'store.set': ({ entry }) => `저장: ${entry}`,
  'store.delete.session': '이 세션을 지워 주세요',
  'store.delete.login': '이 로그인을 지워 주세요',
  'store.delete.revocation': '이 폐기한 토큰을 지워 주세요',
  'store.delete.other': '이 항목을 지워 주세요',
  'store.entry.session': '세션',
  'store.entry.login': '로그인',
  'store.entry.revocation': '폐기한 토큰',
  'store.entry.other': '항목 하나',
  'store.not-found': '없어요',
  'store.not-on-list': '목록에 없어요',
  'store.refused.LOADING': '아직 불러오는 중',
  'store.refused.MASTERDOWN': '복제본이라 답할 수 없음',
  'store.refused.NOMASTERLINK': '주 저장소와 끊김',
  'store.refused.OOM': '메모리 부족',
  'store.refused.READONLY': '읽기 전용',
  'store.acknowledged': '네',
  'store.copy': ({ entry }) => `복제: ${entry}`,
  'store.copy-delete': '삭제도 복제',
  'store.copy-flush': '전체 삭제',
  'store.ping': '살아 있나요?',
  'store.sync': '전부 복제해 주세요',
  'store.dump': '전체 데이터',
  'store.demotion': '이제 제가 주 저장소예요',
  'copy.ended': '이 세션은 끝났어요',
  'copy.wanted': '가진 세션을 보내 주세요',
  'copy.all': ({ count }) => `세션 ${number.format(count)}개의 사본`,

  'store.asks-for.session': ({ from }) =>
    `${withParticle(from, '은/는')} 세션을 직접 기억하지 않으므로 저장소에 물어요.`,
  'store.asks-for.login': ({ from }) =>
    `${withParticle(from, '은/는')} 리프레시 토큰의 로그인 정보를 저장소에 물어요.`,
  'store.asks-for.revocation': ({ from }) =>
    `${withParticle(from, '은/는')} 폐기된 토큰인지 저장소에 물어요.`,
  'store.asks-for.other': ({ from }) => `${withParticle(from, '은/는')} 저장소에서 찾아봐요.`,
  'store.keeps': ({ from }) => `${withParticle(from, '이/가')} 저장소에 저장해요.`,
  'store.forgets.session': ({ from }) => `${withParticle(from, '이/가')} 저장소에서 세션을 지워요.`,
  'store.forgets.login': ({ from }) => `${withParticle(from, '이/가')} 저장소에서 로그인을 지워요.`,
  'store.forgets.revocation': ({ from }) => `${withParticle(from, '이/가')} 저장소에서 폐기한 토큰을 지워요.`,
  'store.forgets.other': ({ from }) => `${withParticle(from, '이/가')} 저장소에서 항목을 지워요.`,
  'store.finds': ({ from }) => `${withParticle(from, '이/가')} 찾았어요.`,
  'store.looks-at-list': ({ from }) => `${withParticle(from, '이/가')} 차단 목록을 확인해요.`,
  'store.token-not-revoked': '이 토큰은 목록에 없어요.',
  'store.looks-for.session': ({ from }) => `${withParticle(from, '이/가')} 세션을 찾아요.`,
  'store.looks-for.login': ({ from }) => `${withParticle(from, '이/가')} 로그인을 찾아요.`,
  'store.looks-for.other': ({ from }) => `${withParticle(from, '이/가')} 항목을 찾아요.`,
  'store.refuses': ({ from }) => `${withParticle(from, '은/는')} 지금 이 명령을 받을 수 없어요.`,
  'store.refusal': ({ words }) => `“${words}”`,
  'store.has-done-it': ({ from }) => `${withParticle(from, '이/가')} 처리했어요.`,
  'store.copies': ({ from }) => `${withParticle(from, '이/가')} 복제본에 복사해요.`,
  'store.tells-what-is-gone': ({ from }) => `${withParticle(from, '이/가')} 삭제한 것도 복제본에 알려요.`,
  'store.pings': ({ from }) => `${withParticle(from, '이/가')} 상대가 살아 있는지 확인해요.`,
  'store.asks-for-all': ({ from, to }) => `${withParticle(from, '이/가')} ${to}에 전체 복제를 요청해요.`,
  'store.sends-all': ({ from }) => `${withParticle(from, '이/가')} 전체 데이터를 보내요.`,
  'store.demotes': ({ from, to }) =>
    `${withParticle(from, '이/가')} 주 저장소를 이어받아요. ${withParticle(to, '은/는')} 이제 복제본이에요.`,
  'copy.passes-on': ({ from, to }) =>
    `${withParticle(from, '이/가')} 메모의 사본을 보내요. 이제 ${to}도 알아요.`,
  'copy.says-it-ended': ({ from, to }) => `${withParticle(from, '이/가')} ${to}에 세션이 끝났다고 알려요.`,
  'copy.asks-for-all': ({ from, to }) =>
    `새로 온 ${withParticle(from, '이/가')} ${to}에 세션을 모두 요청해요.`,
  'copy.sends-all': ({ from, to }) => `${withParticle(from, '이/가')} ${to}에 가진 세션을 모두 보내요.`,
};
