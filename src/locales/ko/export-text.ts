/** Taking a run out of the page, in Korean. */

import type { ExportText } from '../../features/exporting/export-text.ts';
import type { ThemeId } from '../../url/link.ts';
import { number } from './words.ts';

const themeNames: Record<ThemeId, string> = { light: '밝게', dark: '어둡게', projector: '프로젝터용' };

export const exportText: ExportText = {
  memoryAt: (step) => `상자에는 ${step}단계에 각자 기억하는 것이 있어요.`,
  export: '내보내기',
  mermaid: 'Mermaid',
  mermaidIntroduction:
    '시퀀스 다이어그램을 텍스트로 옮겼어요. Mermaid를 지원하는 노트, 블로그, 슬라이드에 붙여 넣으세요.',
  extent: '범위',
  whole: '전체',
  upToStep: (step) => `${number.format(step)}단계까지`,
  withCaptions: '설명 포함',
  mermaidText: 'Mermaid 텍스트',
  copyText: '텍스트 복사',
  copyMarkdown: 'Markdown용으로 복사',
  copied: '복사했어요.',
  copyRefused: '브라우저가 복사를 막았어요. 텍스트를 선택해 두었으니 키보드로 복사하세요.',
  longForMermaid: (characters, charactersMax) =>
    `${number.format(characters)}자예요. Mermaid의 기본 한도는 ${number.format(charactersMax)}자라서, 한도를 늘리지 않은 곳에서는 오류가 나요.`,
  picture: '그림',
  pictureExtents: { view: '이 단계', whole: '다이어그램 전체' },
  theme: '테마',
  themeNames,
  fileKind: '파일 형식',
  size: '크기',
  preview: '그림 미리 보기',
  save: '그림 저장',
  saved: '다운로드 폴더에 저장했어요.',
  pictureFailed: '그림을 만들지 못했어요. 다시 시도해 주세요.',
  tooLargeForPng: '브라우저가 그릴 수 있는 크기를 넘었어요. 더 작은 크기나 SVG를 선택하세요.',
  film: '동영상·GIF',
  cluster: '클러스터를 파일로 받기 (Docker Compose)',
  mermaidDiagram: 'Mermaid 다이어그램',
  mermaidSvg: '현재 단계까지의 Mermaid 다이어그램',
  mermaidTakesLong: (steps) =>
    `이 다이어그램은 ${number.format(steps)}단계예요. Mermaid가 그리는 데 한참 걸리고, 그동안 페이지가 멈춰요.`,
  drawAnyway: '그래도 그리기',
  printedUpTo: (step, steps) =>
    `${number.format(steps)}단계 가운데 ${number.format(step)}단계까지 인쇄했어요. 나머지는 너무 오래 걸려요.`,
};
