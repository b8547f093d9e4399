/** Bringing something into the page, in Korean. */
import type { OpenText } from '../../features/importing/open-text.ts';
import { number } from './words.ts';

export const openText: OpenText = {
  open: '열기',
  introduction:
    'Mermaid 시퀀스 다이어그램을 한 단계씩 넘겨 볼 수 있어요. 다이어그램이나 Markdown 텍스트를 여기에 붙여 넣거나, 파일을 페이지에 끌어다 놓으세요. 저장한 시뮬레이션도 같은 방법으로 열어요.',
  text: 'Mermaid 또는 Markdown',
  show: '보기',
  chooseFile: '파일 선택',
  dropHere: '여기에 놓으면 열려요',
  which: '다이어그램 선택',
  block: (heading, line) =>
    heading === '' ? `${number.format(line)}번째 줄부터` : `${heading} (${number.format(line)}번째 줄)`,
  problems: {
    'too-large': ({ characters, charactersMax }) =>
      `텍스트가 ${number.format(characters)}자예요. ${number.format(charactersMax)}자까지 열 수 있어요.`,
    'not-a-sequence-diagram': ({ word }) =>
      `“sequenceDiagram”으로 시작하는 Mermaid 시퀀스 다이어그램만 열 수 있어요. 이 텍스트의 첫 단어: “${word}”`,
    'nothing-in-it': '메시지도 노트도 프레임도 없어요.',
    syntax: 'Mermaid 문법에 맞지 않아요.',
    'syntax-in-line': ({ line }) => `Mermaid가 ${number.format(line)}번째 줄을 읽지 못해요.`,
    semicolon: ({ line }) =>
      `${number.format(line)}번째 줄 중간에 세미콜론(;)이 있어요. Mermaid는 세미콜론에서 줄이 끝난다고 봐요. “#59;”로 바꿔 쓰거나 빼 주세요.`,
    'mermaid-not-loaded': 'Mermaid를 불러오지 못했어요. 나머지는 그대로 쓸 수 있어요. 다시 시도해 주세요.',
  },
  imported: '가져온 다이어그램',
  backToRun: '시뮬레이션으로 돌아가기',
  onlyHere: '다이어그램이 길어서 링크에 담을 수 없어요. 이 브라우저에만 저장했고, 주소도 여기에서만 열려요.',
  notKept: '이 브라우저에는 데이터를 저장할 수 없어요. 새로 고치면 이 다이어그램이 사라져요.',
  recent: '최근에 연 다이어그램',
  forget: (title) => `목록에서 “${title}” 지우기`,
  everyRow: '노트도 한 단계씩',
  branch: (word, label) => (label === '' ? word : `${word} ${label}`),
  otherwise: '건너뛰기',
  oneAfterAnother: '차례대로',
  sideBySide: '나란히',
  loopOnce: (count) =>
    count === null ? '반복 중 한 번만 보여요' : `${number.format(count)}번 반복 중 한 번만 보여요`,
  goingTo: (digits) => `${digits}번으로 이동`,
  theEnd: '끝이에요.',
  fileNotRead: '파일을 읽지 못했어요.',
  runFileProblems: {
    'later-run-file': '더 새로운 버전의 Statescope에서 저장한 시뮬레이션이에요.',
    'bad-run-file': '파일에 담긴 시뮬레이션을 읽을 수 없어요. 파일이 손상된 것 같아요.',
    'bad-scenario-file': '파일의 시나리오가 올바르지 않아요.',
  },
};
