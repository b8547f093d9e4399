/** One cell of a comparison: a statement, a measure, and the moments in lessons that show it. */
import { useMemo } from 'react';
import type { ComparisonCell, LessonMoment } from '../../lessons/comparison.ts';
import { wordsOfScene } from '../../lessons/lesson-words.ts';
import { lessonById } from '../../lessons/lessons.ts';
import { measured } from '../../player/measured.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { LessonLink } from '../lesson-link.tsx';
import { useText } from '../text-context.ts';
import styles from './comparison-page.module.css';

interface ComparisonCellViewProps {
  readonly cell: ComparisonCell;
  /** The column's name, shown when a narrow screen stacks the cells. */
  readonly column: string;
  readonly text: string;
}

export function ComparisonCellView({ cell: { moments, measure }, column, text }: ComparisonCellViewProps) {
  const viewText = useText();
  const words = useLoaded(viewText.loadComparison);
  const value = useMemo(() => (measure === undefined ? null : measured(measure)), [measure]);
  if (words === null) return null;
  return (
    <>
      <b className={styles.column} aria-hidden="true">
        {column}
      </b>
      <p>{text}</p>
      {measure !== undefined && value !== null && (
        <p className={styles.measure}>{words.measured(measure.what, viewText.number(value))}</p>
      )}
      {moments.length > 0 && (
        <ul className={styles.moments} aria-label={words.seen}>
          {moments.map((moment) => (
            <li key={`${moment.lesson} ${moment.scene}`}>
              <MomentLink {...moment} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function MomentLink({ lesson: id, scene }: LessonMoment) {
  const text = useText();
  const words = useLoaded(text.loadLessonWords);
  const lesson = lessonById(id);
  const lessonScene = lesson?.scenes[scene];
  if (lesson === undefined || lessonScene === undefined) throw new Error(`${id} has no scene ${scene}.`);
  return (
    <LessonLink lesson={id} lessonPosition={scene} className={styles.moment}>
      {text.lessonTitle(id)}
      {words !== null && ` · ${wordsOfScene(words, lesson, lessonScene).heading}`}
    </LessonLink>
  );
}
