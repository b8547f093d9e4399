/** Making a film of a run, in Korean. */
import type { FilmKind } from '../../features/exporting/film/film.ts';
import type { FilmText } from '../../features/exporting/film-text.ts';
import { number } from './words.ts';

const names: Record<FilmKind, string> = { mp4: 'MP4', webm: 'WebM', gif: 'GIF' };
const size = new Intl.NumberFormat('ko', { maximumSignificantDigits: 2 });

const listed = (kinds: readonly FilmKind[]) => kinds.map((kind) => names[kind]).join(', ');

export const filmText: FilmText = {
  length: (steps, duration) =>
    `이 단계부터 끝까지 ${number.format(steps)}단계, ${number.format(duration)}초예요.`,
  isCut: (steps) => `영상에는 ${number.format(steps)}단계까지만 담겨요. 시뮬레이션은 그 뒤에도 이어져요.`,
  kind: '파일 형식',
  speed: '속도',
  make: '영상 만들기',
  making: '영상을 만드는 중',
  cancel: '취소',
  timeLeft: (left) => `약 ${number.format(left)}초 남음`,
  cancelled: '취소했어요. 저장한 파일은 없어요.',
  saved: (kind, megabytes) => `${names[kind]} 파일 ${size.format(megabytes)}MB를 다운로드 폴더에 저장했어요.`,
  failed: '영상을 만들지 못했어요. 더 작은 크기나 다른 형식을 선택해 보세요.',
  asking: '브라우저가 MP4와 WebM도 만들 수 있는지 알아보는 중이에요…',
  noEncoder: (missing, others) =>
    `이 브라우저에서는 ${listed(missing)} 영상을 만들 수 없어요. 만들 수 있는 형식: ${listed(others)}`,
  notSecure: '브라우저는 https나 localhost로 연 페이지에서만 동영상을 만들 수 있게 해요.',
};
