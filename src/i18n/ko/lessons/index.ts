/** What is said in the lessons, in Korean: a part of its own. */
import type { WordsOfLessons } from '../../../views/lesson/lesson-words.ts';
import { clerk } from './clerk.ts';

export const lessonWords: WordsOfLessons = {
  clerk,
};
