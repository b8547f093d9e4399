/** All lessons, to choose one from. */
import { lessons } from '../../lessons/lessons.ts';
import { lessonAddress } from '../../share/guide-link.ts';
import { useText } from '../text-context.ts';
import styles from './lessons-page.module.css';

export function LessonsPage() {
  const text = useText();
  return (
    <ol className={styles.lessons}>
      {lessons.map(({ id }) => (
        <li key={id}>
          <a className={styles.lesson} href={lessonAddress(location.search, id)}>
            {text.lessonTitle(id)}
          </a>
        </li>
      ))}
    </ol>
  );
}
