/** Somebody's own imported, in Korean. */
import type { ImportedWords } from '../../sequence/imported-words.ts';
import { ended } from '../phrases.ts';
import { withParticle } from './particles.ts';

const shapes: Record<Parameters<ImportedWords['shape']>[0], string> = {
  boundary: '경계',
  control: '제어',
  entity: '개체',
  database: '데이터베이스',
  collections: '모음',
  queue: '대기열',
};

export const imported: ImportedWords = {
  message: (from, to, text) => ended(`${from}에서 ${to}까지${text === '' ? '' : `: ${text}`}`),
  crossed: '화살표가 가위표로 끝나요.',
  created: (name) => `${withParticle(name, '이/가')} 생겨요.`,
  destroyed: (name) => `${withParticle(name, '이/가')} 사라져요.`,
  note: (names, text) => ended(`${names.join(', ')}에 붙은 메모: ${text}`),
  frameBegins: (word, text) => ended(text === '' ? word : `${word}: ${text}`),
  framesEnd: (frames) => `${withParticle(frames.join(', '), '이/가')} 끝나요.`,
  shape: (shape) => shapes[shape],
  link: ({ label, target }) => `${label}: ${target}`,
  notYet: '아직 없음',
  gone: '사라짐',
};
