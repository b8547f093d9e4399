/** An imported diagram, in Korean. */
import type { ImportedMessageWords } from '../../../sequence/messages/message.ts';

export const imported: ImportedMessageWords = {
  'imported.message': ({ from, to }) => `${from}에서 ${to}까지`,
  'imported.message.saying': ({ from, to, text }) => `${from}에서 ${to}까지: ${text}`,
  'imported.crossed': '화살표 끝이 ×예요.',
  'imported.created': ({ name }) => `새 참여자: ${name}.`,
  'imported.destroyed': ({ name }) => `사라지는 참여자: ${name}.`,
  'imported.note': ({ names, text }) => `${names.join(', ')}에 붙은 노트: ${text}`,
  'imported.frame': ({ word, text }) => `${word}: ${text}`,
  'imported.folded': ({ heading, messages }) => `${heading} (메시지 ${messages}개)`,
  'imported.frames-end': ({ frames }) => `끝: ${frames.join(', ')}.`,
  'imported.shape.boundary': '경계',
  'imported.shape.control': '제어',
  'imported.shape.entity': '개체',
  'imported.shape.database': '데이터베이스',
  'imported.shape.collections': '모음',
  'imported.shape.queue': '대기열',
  'imported.link': ({ label }) => `${label} ↗`,
  'imported.not-yet': '아직 없음',
  'imported.gone': '사라짐',
};
