/**
 * The words of a lesson in one language: `en.ts` and `ko.ts` in the lesson's folder. Each exports its `title` by name, which the page needs
 * for every lesson, and the rest, which is long, as its default.
 */
import type { Lesson, Scene } from './lesson.ts';

export interface LessonWords<SceneId extends string = string> {
  /** What a reader knows after the lesson, in one line. */
  readonly teaches: string;
  /** How it begins. */
  readonly opening: string;
  readonly scenes: Readonly<Record<SceneId, SceneWords>>;
  /** What the sides of the closing have in common and where they differ, in two or three sentences. */
  readonly closing: string;
}

export interface SceneWords {
  readonly heading: string;
  /** Where to look, and what for, in one or two sentences. The caption says what happens. */
  readonly look: string;
  readonly notes: Notes;
}

/** Notes for the presenter. */
interface Notes {
  readonly say: string;
  readonly ask: string;
  /** What people often answer, and what to reply. */
  readonly answers: string;
}

/** The words of this one lesson: a scene without words, or words without a scene, doesn't compile. */
export type WordsOf<Of extends Lesson> = LessonWords<Of['scenes'][number]['id']>;

/** By the ID of the lesson. */
export type WordsOfLessons = Readonly<Record<string, LessonWords>>;

/** @param modules The words by their path, as `import.meta.glob` finds them: `…/<id>/<language>.ts`. */
export function wordsByLesson(modules: Readonly<Record<string, LessonWords>>): WordsOfLessons {
  return Object.fromEntries(Object.entries(modules).map(([path, words]) => [path.split('/').at(-2), words]));
}

/** @throws When the lesson has no words in this language. A test asserts that each has. */
export function wordsOfLesson(words: WordsOfLessons, lesson: Lesson): LessonWords {
  const found = words[lesson.id];
  if (found === undefined) throw new Error(`${lesson.id} has no words.`);
  return found;
}

/** @throws When the scene has no words in this language. */
export function wordsOfScene(words: WordsOfLessons, lesson: Lesson, scene: Scene): SceneWords {
  const found = wordsOfLesson(words, lesson).scenes[scene.id];
  if (found === undefined) throw new Error(`${lesson.id} has no words for ${scene.id}.`);
  return found;
}
