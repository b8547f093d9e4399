/** The interface in Korean. */

import type { ViewText } from '../../features/view-text.ts';
import { shippedLanguages } from '../../url/languages.ts';
import type { ThemeChoice } from '../../url/theme-choice.ts';
import { exportText } from './export-text.ts';
import { guideText } from './guide-text.ts';
import { lessonTitle } from './lesson-titles.ts';
import { openText } from './open-text.ts';
import { sceneText } from './scene-text.ts';
import { shareText } from './share-text.ts';
import { stageText } from './stage-text.ts';

const number = new Intl.NumberFormat('ko');

const themeChoices: Record<ThemeChoice, string> = {
  system: '시스템 설정',
  light: '밝게',
  dark: '어둡게',
  projector: '프로젝터',
};

/** `ko와 en이`: codes are read letter by letter, and only the names of L, M, N and R end in a consonant. */
function allOf(codes: readonly string[]): string {
  const withParticle = (code: string, [afterConsonant, afterVowel]: readonly [string, string]) =>
    code + (/[lmnr]$/.test(code) ? afterConsonant : afterVowel);
  const [last = '', before, ...earlier] = codes.toReversed();
  const start = before === undefined ? [] : [`${withParticle(before, ['과', '와'])} `];
  return [
    ...earlier.toReversed().map((code) => `${code}, `),
    ...start,
    withParticle(last, ['이', '가']),
  ].join('');
}

export const viewText: ViewText = {
  ...stageText,
  lessonTitle,
  comparedWith: '비교 대상',
  moreTools: '도구 더 보기',
  branches: '갈래',
  undo: '되돌리기',
  redo: '다시 하기',
  otherBranch: (position, count) => `다른 갈래로, ${position}/${count}`,
  removeBranch: '이 갈래 삭제',
  sameRunIn: (variant) => `${variant} 방식으로 다시 보기`,
  besideEachOther: '두 방식을 나란히 보기',
  fromTheBeginning: '처음부터 다시 보기',
  nextLesson: (title) => `다음 수업: ${title}`,
  message: '메시지',
  why: '왜 그럴까요?',
  noMessage: '이 단계에는 오가는 메시지가 없어요.',
  explain: '항목별 설명',
  showCauses: '원인 표시',
  inspectNode: '메모리 보기',
  lookingAt: (name) => `살펴보는 대상: ${name}`,
  goToStep: (step) => `${step}단계로 가기`,
  backToPresent: '현재 단계로 돌아가기',
  inspecting: async () => (await import('./inspect-text.ts')).inspectText,
  scoreboard: '점수판',
  sessionsLost: '사라진 세션',
  lossNames: {
    crashed: '장애나 재시작으로 사라짐',
    left: '서버와 함께 빠짐',
    'change-crashed': '장애나 재시작으로 마지막 변경만 사라짐',
    evicted: '저장소가 가득 차서 축출됨',
    'not-stored': '저장되지 않음',
    diverged: '다른 저장소의 데이터로 바뀜',
    stale: '오래된 데이터로 응답함',
    flushed: '조작으로 삭제됨',
    overwritten: '다른 요청이 덮어씀',
    revived: '다른 요청이 로그아웃을 되돌림',
    replaced: '새 세션으로 바뀜',
  },
  questionsAsked: '다시 물은 횟수',
  requestsFailed: '실패한 요청',
  duplicateCharges: '중복 결제',
  bytesPerRequest: '요청당 바이트',
  serverMemory: '서버 메모리',
  connectionMemory: '서버의 TCP 연결 메모리',
  storeRoundTrips: '요청당 저장소 왕복',
  storeMemory: '저장소 메모리',
  clientMemory: '클라이언트 메모리',

  languageChoice: '언어',
  theme: '테마',
  themeChoices,
  leavePresenting: '발표 끝내기',
  presentTools: '발표 도구',
  sound: '소리',
  loadPresentText: async () => (await import('./present-text.ts')).presentText,
  loadPresenterText: async () => (await import('./presenter-text.ts')).presenterText,

  exporting: exportText,
  loadClusterWords: async () => (await import('./cluster-text.ts')).clusterText,
  loadFilmWords: async () => (await import('./film-text.ts')).filmText,
  loadFocusText: async () => (await import('./focus-text.ts')).focusText,
  loadSlidesText: async () => (await import('./slides-text.ts')).slidesText,
  pages: '페이지',
  stagePage: '시뮬레이션',
  loadFindLossText: async () => (await import('./find-loss-text.ts')).findLossText,
  loadRepairText: async () => (await import('./repair-text.ts')).repairText,
  loadLabText: async () => (await import('./lab-text.ts')).labText,
  guide: guideText,
  scenes: sceneText,
  loadIncidentText: async () => (await import('./incident-text.ts')).incidentText,
  loadLessonWords: async () => (await import('./lesson-words.ts')).lessonWords,
  loadComparison: async () => (await import('./comparison.ts')).comparisonWords,
  loadGlossary: async () => (await import('./glossary.ts')).glossaryWords,
  strategies: '모든 방식',
  loadStrategiesText: async () => (await import('./strategies-text.ts')).strategiesText,
  loadSandboxText: async () => (await import('./sandbox-text.ts')).sandboxText,
  loadCards: async () => (await import('./cards.ts')).cardWords,
  loadCardsInSecondLanguage: async () => (await import('../en/cards.ts')).cardWords,
  opening: openText,
  loadRecordedText: async () => (await import('./recorded-text.ts')).recordedText,
  operating: async () => (await import('./operate-text.ts')).operateText,
  sharing: shareText,

  problems: {
    'unknown-lesson': ({ value }) => `“${value}” 수업은 없어요. 첫 수업을 보여 드려요.`,
    'unknown-incident': ({ value }) => `“${value}” 사례는 없어요. 첫 수업을 보여 드려요.`,
    'unknown-strategy': ({ value }) => `“${value}” 방식은 없어요. 수업에 정해진 방식으로 보여 드려요.`,
    'unknown-language': ({ value }) => `“${value}” 언어는 없어요. ${allOf(shippedLanguages)} 있어요.`,
    'unknown-theme': ({ value }) => `“${value}” 테마는 없어요. light, dark, projector가 있어요.`,
    'unknown-detail': ({ value }) => `“${value}” 보기는 없어요. essential과 full이 있어요.`,
    'unknown-page': ({ value }) => `가이드에 “${value}” 페이지는 없어요. 시뮬레이션을 보여 드려요.`,
    'bad-step': ({ value }) => `“${value}” 단계는 없어요. 단계는 1부터 시작하는 숫자예요.`,
    'unknown-scene': ({ value }) => `이 수업에는 “${value}” 장면이 없어요. 처음부터 보여 드려요.`,
    'unknown-focus': ({ value }) =>
      `이 시뮬레이션에는 집중해서 볼 “${value}” 참여자가 없어요. 모두 똑같이 보여 드려요.`,
    'unknown-hidden': ({ value }) =>
      `이 시뮬레이션에는 숨길 “${value}” 참여자가 없어요. 나머지를 보여 드려요.`,
    'nothing-left': '링크대로 숨기면 남는 것이 없어서 모두 보여 드려요.',
    'step-out-of-range': ({ value, shown }) =>
      `이 시뮬레이션에는 ${value}단계가 없어요. ${shown}단계를 보여 드려요.`,
    'diagram-step-out-of-range': ({ value, shown }) =>
      `이 다이어그램에는 ${value}단계가 없어요. ${shown}단계를 보여 드려요.`,
    'bad-run': '링크에 담긴 시뮬레이션을 읽을 수 없어요. 링크가 손상된 것 같아요. 수업만 보여 드려요.',
    'later-version':
      '링크에 담긴 시뮬레이션은 더 새로운 버전의 Statescope에서 만들었어요. 수업만 보여 드려요.',
    'bad-diagram': '이 링크에 담긴 다이어그램을 읽을 수 없어요. 다이어그램 없이 수업을 보여 드려요.',
    'diagram-not-here':
      '이 링크의 다이어그램은 주소에 담기에 너무 길어서, 처음 연 브라우저에만 저장되어 있어요. 다이어그램 없이 수업을 보여 드려요.',
    'commands-not-taken': ({ count }) =>
      `링크에 담긴 조작 가운데 ${number.format(count)}개는 이 시뮬레이션에 없는 요청과 관련 있어서 빼고 보여 드려요.`,
    'language-not-loaded': '다른 언어를 불러오지 못했어요. 나머지는 그대로 쓸 수 있어요. 다시 시도해 주세요.',
    'part-not-loaded':
      '이 기능에 필요한 파일을 불러오지 못했어요. 나머지는 그대로 쓸 수 있어요. 다시 시도해 주세요.',
    'not-kept': '이 브라우저가 저장을 막아서, 고른 설정은 페이지를 닫으면 사라져요.',
    'branches-not-kept':
      '브라우저에 다른 갈래를 저장할 자리가 없어요. 페이지를 새로 고치면 링크에 들어가는 갈래만 남아요.',
  },
  number: (value) => number.format(value),
};
