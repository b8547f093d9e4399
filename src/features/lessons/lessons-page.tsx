/** All lessons: their topics, durations, and progress. */
import type { Lesson } from '../../lessons/lesson.ts';
import { type WordsOfLessons, wordsOfLesson } from '../../lessons/lesson-words.ts';
import { lessons } from '../../lessons/lessons.ts';
import { lessonMinutes, lessonVariants, scenesSeen } from '../../player/lesson-summary.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { LessonLink } from '../lesson-link.tsx';
import { usePlayer } from '../player-context.ts';
import { useProgress } from '../progress-context.ts';
import { useText } from '../text-context.ts';
import { LessonPicture } from './lesson-picture.tsx';
import styles from './lessons-page.module.css';

export function LessonsPage() {
  const words = useLoaded(useText().loadLessonWords);
  if (words === null) return null;
  return (
    <ol className={styles.lessons}>
      {lessons.map((lesson, index) => (
        <li key={lesson.id}>
          <Choice lesson={lesson} ordinal={index + 1} words={words} />
        </li>
      ))}
    </ol>
  );
}

interface ChoiceProps {
  readonly lesson: Lesson;
  readonly ordinal: number;
  readonly words: WordsOfLessons;
}

function Choice({ lesson, ordinal, words }: ChoiceProps) {
  const text = useText();
  const { id, scenes } = lesson;
  const isPresent = usePlayer((player) => player.lesson === lesson);
  const seen = scenesSeen(lesson, useProgress().reached(id));
  const count = scenes.length + 1;
  return (
    <article className={styles.lesson} data-present={isPresent}>
      <LessonPicture lesson={lesson} />
      <h3 className={styles.title}>
        <span className={styles.number} aria-hidden="true">
          {text.number(ordinal)}
        </span>
        {/* The whole card is a link. */}
        <LessonLink lesson={id} className={styles.link}>
          {text.lessonTitle(id)}
        </LessonLink>
      </h3>
      <p className={styles.teaches}>{wordsOfLesson(words, lesson).teaches}</p>
      <p className={styles.terms}>
        {lessonVariants(lesson)
          .map((variant) => text.variants[variant])
          .join(' · ')}
      </p>
      <p className={styles.length}>
        {text.scenes.length(scenes.length, lessonMinutes(lesson))}
        {seen > 0 && (
          <>
            <progress className={styles.progress} value={seen} max={count} aria-hidden="true" />
            {text.scenes.progress(seen, count)}
          </>
        )}
      </p>
    </article>
  );
}
