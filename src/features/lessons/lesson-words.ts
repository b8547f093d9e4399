/** What is said in the lessons: one module a lesson and language. A language brings them as a part of their own. */
import type { Lesson, LessonBeat, LessonId } from '../../lessons/lesson.ts';

export interface LessonWords<BeatId extends string = string> {
  /** What one knows after it, in one line. */
  readonly teaches: string;
  /** How it begins. */
  readonly opening: string;
  readonly beats: Readonly<Record<BeatId, BeatWords>>;
  /** What the sides of the closing have in common and where they differ, in two or three sentences. */
  readonly closing: string;
}

export interface BeatWords {
  readonly heading: string;
  /** Where to look, and what for: one or two sentences, which leave to the caption what happens. */
  readonly look: string;
  readonly notes: Notes;
}

/** For whoever stands before the class. */
interface Notes {
  readonly say: string;
  readonly ask: string;
  /** What people often answer, and what to say to it. */
  readonly answers: string;
}

/** The words of this very lesson: one without words for one of its beats does not compile. */
export type WordsOf<Of extends Lesson> = LessonWords<Of['beats'][number]['id']>;

export type WordsOfLessons = Readonly<Record<LessonId, LessonWords>>;

export function wordsOfBeat(words: WordsOfLessons, lesson: Lesson, beat: LessonBeat): BeatWords {
  const found = words[lesson.id].beats[beat.id];
  if (found === undefined) throw new Error(`${lesson.id} has no words for ${beat.id}.`);
  return found;
}
