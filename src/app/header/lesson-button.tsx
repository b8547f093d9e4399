/** Opens the guide at the lessons. */
import { BookOpen } from 'lucide-react';
import { useGuide } from '../../features/guide-context.ts';
import { useText } from '../../features/text-context.ts';
import styles from './header.module.css';

export function LessonButton() {
  const text = useText();
  const { go } = useGuide();
  return (
    <button
      type="button"
      className={styles.lessonButton}
      title={text.lesson}
      onClick={() => go({ page: 'lessons', entry: null })}
    >
      <BookOpen aria-hidden="true" />
      <span>{text.lesson}</span>
    </button>
  );
}
