/** Taking a run out of the page, in Korean. */
import type { ExportText } from '../../views/export/export-text.ts';
import { number } from './words.ts';

export const exportText: ExportText = {
  export: '내보내기',
  mermaid: 'Mermaid',
  mermaidIntroduction:
    '시퀀스 다이어그램을 글로 옮긴 거예요. Mermaid를 그려 주는 노트, 블로그, 슬라이드에 붙여 넣으세요.',
  extent: '범위',
  whole: '전체',
  upToStep: (step) => `${number.format(step)}단계까지`,
  withCaptions: '설명도 함께',
  mermaidText: 'Mermaid 글',
  copyText: '글 복사',
  copyMarkdown: 'Markdown용으로 복사',
  copied: '복사했어요.',
  copyRefused: '브라우저가 복사를 허락하지 않았어요. 글을 골라 두었으니 키보드로 복사하세요.',
  longForMermaid: (characters, charactersMax) =>
    `${number.format(characters)}자예요. Mermaid의 한도인 ${number.format(charactersMax)}자를 늘리지 않은 곳에서는 그림 대신 오류가 나와요.`,
  mermaidDiagram: 'Mermaid가 그린 모습',
  mermaidDrawing: '지금 단계까지 Mermaid가 그린 그림',
};
