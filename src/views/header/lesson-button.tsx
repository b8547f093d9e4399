/** Opens the guide at the lessons; when the guide is closed, the focus comes back to it. */
import { BookOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useGuide } from '../guide/guide-context.ts';
import { useText } from '../text-context.ts';
import styles from './header.module.css';

export function LessonButton() {
  const text = useText();
  const { place, go } = useGuide();
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = place !== null;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <button
      type="button"
      className={styles.lessonButton}
      ref={button}
      title={text.lesson}
      onClick={() => go({ page: 'lessons', entry: null })}
    >
      <BookOpen aria-hidden="true" />
      <span>{text.lesson}</span>
    </button>
  );
}
