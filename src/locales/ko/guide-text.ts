/** The words around the guide's pages, in Korean. */

import type { GuideText } from '../../features/guide/guide-text.ts';
import type { GuidePage } from '../../url/guide-pages.ts';

const pageNames: Record<GuidePage, string> = {
  lessons: '수업',
  incidents: '실제 사례',
  comparison: '비교',
  cards: '카드',
  lab: '실험실',
  repair: '고치기',
  glossary: '용어',
};
const pageTitles: Record<GuidePage, string> = {
  lessons: '수업',
  incidents: '실제로 있었던 일',
  comparison: '무엇이 다를까요?',
  cards: '자주 하는 오해',
  lab: '실험실',
  repair: '고치기',
  glossary: '용어집',
};

export const guideText: GuideText = {
  guide: '가이드',
  pageNames,
  pageTitles,
  back: '시뮬레이션으로 돌아가기',
  cardsHere: '카드',
  noCardHere: '이 단계에는 카드가 없어요.',
  allCards: '카드 모두 보기',
};
