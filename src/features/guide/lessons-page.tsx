/** All lessons, to choose one from: what each teaches, how long it takes, how much of it has been seen. */
import type { Lesson } from '../../lessons/lesson.ts';
import { lessons } from '../../lessons/lessons.ts';
import { type VariantId, variantOf } from '../../simulation/variants.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { LessonPicture } from '../lessons/lesson-picture.tsx';
import type { WordsOfLessons } from '../lessons/lesson-words.ts';
import { useProgress } from '../lessons/progress-context.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { LessonLink } from './lesson-link.tsx';
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
  const seen = seenIn(lesson, useProgress().reached(id));
  const count = scenes.length + 1;
  return (
    <article className={styles.lesson} data-present={isPresent}>
      <LessonPicture lesson={lesson} />
      <h3 className={styles.title}>
        <span className={styles.number} aria-hidden="true">
          {text.number(ordinal)}
        </span>
        {/* All of the card leads there. */}
        <LessonLink lesson={id} className={styles.link}>
          {text.lessonTitle(id)}
        </LessonLink>
      </h3>
      <p className={styles.teaches}>{words[id].teaches}</p>
      <p className={styles.terms}>
        {variantsIn(lesson)
          .map((id) => text.variants[id])
          .join(' · ')}
      </p>
      <p className={styles.length}>
        {text.scenes.length(scenes.length, minutesOf(lesson))}
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

/** Told, asked and talked over, a scene takes a class about so long; what it ends with takes as long as one. */
const MINUTES_A_SCENE = 2;

function minutesOf({ scenes }: Lesson): number {
  return (scenes.length + 1) * MINUTES_A_SCENE;
}

/** What another version has kept of scenes that are no more does not count. */
function seenIn({ scenes }: Lesson, reached: ReadonlySet<string>): number {
  return [...scenes.map(({ id }) => id), 'closing'].filter((id) => reached.has(id)).length;
}

/** Where the state lives in the course of it, each once. */
function variantsIn({ scenario, scenes, closing }: Lesson): readonly VariantId[] {
  const scenarios = [
    scenario,
    ...scenes.map((scene) => scene.scenario ?? scenario),
    closing.scenario ?? scenario,
  ];
  const compared = closing.compareWith === undefined ? [] : [closing.compareWith];
  return [...new Set([...scenarios.map(variantOf), ...compared])];
}
