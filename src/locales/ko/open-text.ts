/** Bringing something into the page, in Korean. */
import type { OpenText } from '../../features/importing/open-text.ts';
import { number } from './words.ts';

export const openText: OpenText = {
  open: '열기',
  introduction:
    '어떤 Mermaid 시퀀스 다이어그램이든 한 단계씩 넘겨 볼 수 있어요. 다이어그램이나 그것이 든 Markdown 글을 여기에 붙여 넣거나, 파일을 페이지 아무 데나 끌어다 놓으세요. 저장한 실행도 같은 방법으로 열어요.',
  text: 'Mermaid 또는 Markdown',
  show: '보기',
  chooseFile: '파일 고르기',
  dropHere: '여기에 놓으면 열려요',
  which: '어느 다이어그램',
  block: (heading, line) =>
    heading === '' ? `${number.format(line)}번째 줄부터` : `${heading} (${number.format(line)}번째 줄)`,
  problems: {
    'too-large': ({ characters, charactersMax }) =>
      `글이 ${number.format(characters)}자예요. ${number.format(charactersMax)}자까지 열 수 있어요.`,
    'not-a-sequence-diagram': ({ word }) =>
      `“${word}”로 시작하는 글이에요. “sequenceDiagram”으로 시작하는 Mermaid 시퀀스 다이어그램만 넘겨 볼 수 있어요.`,
    'nothing-in-it': '넘겨 볼 메시지도 메모도 틀도 없어요.',
    syntax: 'Mermaid가 이 글을 읽지 못해요.',
    'syntax-in-line': ({ line }) => `Mermaid가 ${number.format(line)}번째 줄을 읽지 못해요.`,
    'mermaid-not-loaded': 'Mermaid를 불러오지 못했어요. 나머지는 그대로 쓸 수 있어요. 다시 시도해 주세요.',
  },
  imported: '가져온 다이어그램',
  backToRun: '실행으로 돌아가기',
  theEnd: '끝이에요.',
  fileNotRead: '파일을 읽지 못했어요.',
  runFileProblems: {
    'later-run-file': '더 새로운 Statescope에서 저장한 실행이에요.',
    'bad-run-file': '파일에 담긴 실행을 읽을 수 없어요. 잘렸거나 바뀐 것 같아요.',
  },
};
