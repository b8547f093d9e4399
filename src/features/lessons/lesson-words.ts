/** What is said in the lessons: one module a lesson and language. A language brings them as a part of their own. */
import type { Lesson, LessonId, Scene } from '../../lessons/lesson.ts';

export interface LessonWords<SceneId extends string = string> {
  /** What one knows after it, in one line. */
  readonly teaches: string;
  /** How it begins. */
  readonly opening: string;
  readonly scenes: Readonly<Record<SceneId, SceneWords>>;
  /** What the sides of the closing have in common and where they differ, in two or three sentences. */
  readonly closing: string;
}

export interface SceneWords {
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

/** The words of this very lesson: one without words for one of its scenes does not compile. */
export type WordsOf<Of extends Lesson> = LessonWords<Of['scenes'][number]['id']>;

export type WordsOfLessons = Readonly<Record<LessonId, LessonWords>>;

export function wordsOfScene(words: WordsOfLessons, lesson: Lesson, scene: Scene): SceneWords {
  const found = words[lesson.id].scenes[scene.id];
  if (found === undefined) throw new Error(`${lesson.id} has no words for ${scene.id}.`);
  return found;
}
