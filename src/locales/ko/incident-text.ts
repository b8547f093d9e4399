/** The words around incidents, and those of all incidents, in Korean. */
import type { IncidentText } from '../../features/incidents/incident-text.ts';
import { type IncidentWords, wordsByIncident } from '../../incidents/incident-words.ts';

const number = new Intl.NumberFormat('ko');

export const incidentText: IncidentText = {
  words: wordsByIncident(
    import.meta.glob<IncidentWords>('../../incidents/*/ko.ts', { eager: true, import: 'default' }),
  ),
  incident: '실제 사례',
  groups: {
    balancers: '로드 밸런서',
    stores: '세션 저장소',
    keys: '쿠키와 키',
    concurrency: '동시에 온 요청',
    repeats: '다시 보낸 요청',
    deploys: '배포',
  },
  position: (ordinal, count) => `${ordinal} / ${count}`,
  previous: '이전 사례',
  next: '다음 사례',
  all: '사례 모두 보기',
  side: '고치기 전과 고친 뒤',
  cause: '원인',
  topology: '구성',
  configuration: '설정은 이랬어요',
  decides: '이 줄이 결과를 정해요.',
  removed: '지운 줄',
  added: '더한 줄',
  reports: '공개된 이슈',
  oneFix: '고칠 곳은 하나예요',
  figures: '무엇이 달라지나요?',
  shortSides: { before: '전', after: '뒤' },
  whatIsCounted: (requests) => `요청 ${number.format(requests)}번 가운데`,
  figureNames: {
    served: '응답받음',
    'asked-again': '다시 로그인하라고 함',
    refused: '거절됨',
    failed: '실패함',
    charges: '결제 횟수',
    items: '팔린 개수',
    'sessions-lost': '사라진 세션',
    'bytes-per-request': '요청당 바이트',
  },
  browser: '브라우저',
  browsers: (count) => `브라우저 ${number.format(count)}개`,
  compareSides: '전과 후 나란히 보기',
  breakFurther: '더 고장 내 보기',
  search: '사례 검색',
  count: (incidents) => `사례 ${number.format(incidents)}개`,
  nothingFound: (query) => `“${query}”에 맞는 사례가 없어요.`,
};
