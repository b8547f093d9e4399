/** Presentations and other text formats, in Korean. */
import type { SlidesText } from '../../features/exporting/slides-text.ts';
import { number } from './words.ts';

const size = new Intl.NumberFormat('ko', { maximumSignificantDigits: 2 });

export const slidesText: SlidesText = {
  introduction:
    'PowerPoint, Keynote, LibreOffice에서 고칠 수 있는 도형으로 만들어요. 제목에는 설명이, 슬라이드 노트에는 할 말이 들어가요.',
  extent: '슬라이드 단위',
  extents: { steps: '단계마다', requests: '요청마다', scenes: '수업 장면마다' },
  count: (slides) => `슬라이드 ${number.format(slides)}장`,
  make: '슬라이드 만들기',
  making: '슬라이드를 만드는 중',
  cancel: '취소',
  isLong: (slides) =>
    `슬라이드가 ${number.format(slides)}장이라 오래 걸려요. 요청마다 또는 장면마다 만들면 발표하기 쉬워요.`,
  makeAnyway: (slides) => `${number.format(slides)}장 만들기`,
  saved: (megabytes) => `파일 ${size.format(megabytes)}MB를 다운로드 폴더에 저장했어요.`,
  cancelled: '취소했어요. 저장한 파일은 없어요.',
  failed: '슬라이드를 만들지 못했어요. 다시 시도해 주세요.',
  plantUmlIntroduction: '시퀀스 다이어그램을 PlantUML 텍스트로 옮겼어요.',
  plantUmlText: 'PlantUML 텍스트',
  d2Introduction: '시퀀스 다이어그램을 D2 텍스트로 옮겼어요. D2에는 참여자 묶음과 수명 표시가 없어요.',
  d2Text: 'D2 텍스트',
  saveText: '파일로 저장',
  textSaved: '다운로드 폴더에 저장했어요.',
};
