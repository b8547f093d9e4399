/** What the lessons say. It is long, so it's a chunk that is loaded with the first lesson view. */
import { type LessonWords, wordsByLesson } from '../../lessons/lesson-words.ts';

export const lessonWords = wordsByLesson(
  import.meta.glob<LessonWords>('../../lessons/*/en.ts', { eager: true, import: 'default' }),
);
