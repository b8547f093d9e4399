/** All lessons, to choose one from. */
import { lessons } from '../../lessons/lessons.ts';
import { useText } from '../text-context.ts';
import { LessonLink } from './lesson-link.tsx';
import styles from './lessons-page.module.css';

export function LessonsPage() {
  const text = useText();
  return (
    <ol className={styles.lessons}>
      {lessons.map(({ id }) => (
        <li key={id}>
          <LessonLink lesson={id} className={styles.lesson}>
            {text.lessonTitle(id)}
          </LessonLink>
        </li>
      ))}
    </ol>
  );
}
