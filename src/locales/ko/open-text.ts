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
};
