/** All scenes of the lesson, to go to any of them, and the lessons before and after it. */
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { LessonWords } from '../../lessons/lesson-words.ts';
import { lessons } from '../../lessons/lessons.ts';
import type { LessonPosition } from '../../player/lesson-position.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useGuide } from '../guide-context.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useProgress } from '../progress-context.ts';
import { useText } from '../text-context.ts';
import styles from './scene-list.module.css';
import type { ShownScene } from './use-scene.ts';

interface SceneListProps {
  readonly words: LessonWords;
  readonly scene: ShownScene;
  readonly onClose: () => void;
}

export function SceneList({ words, scene, onClose }: SceneListProps) {
  const text = useText();
  const dispatch = useDispatch();
  const lesson = usePlayer((player) => player.lesson);
  const { reached } = useProgress();
  const seen = reached(lesson.id);
  const introduction = useId();
  const positions: readonly {
    readonly lessonPosition: LessonPosition;
    readonly id: string;
    readonly heading: string;
  }[] = [
    { lessonPosition: 'opening', id: 'opening', heading: text.scenes.opening },
    ...lesson.scenes.map(({ id }, index) => ({
      lessonPosition: index,
      id,
      heading: words.scenes[id]?.heading ?? id,
    })),
    { lessonPosition: 'closing', id: 'closing', heading: text.scenes.closing },
  ];
  return (
    <Dialog title={text.lessonTitle(lesson.id)} isOpen onClose={onClose}>
      <p className={styles.introduction} id={introduction}>
        {words.opening}
      </p>
      <ol className={styles.scenes} aria-label={text.scenes.scenes} aria-describedby={introduction}>
        {positions.map(({ lessonPosition, id, heading }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={lessonPosition === scene.lessonPosition && scene.isReached ? 'step' : undefined}
              onClick={() => {
                onClose();
                dispatch({ kind: 'open-lesson', lesson, lessonPosition });
              }}
            >
              <span className={styles.number} aria-hidden="true">
                {typeof lessonPosition === 'number' && text.number(lessonPosition + 1)}
              </span>
              <span>
                {heading}
                {lessonPosition === scene.lessonPosition && scene.isReached && saidAt(words, id) !== null && (
                  <small>{saidAt(words, id)}</small>
                )}
              </span>
              {seen.has(id) && <Check className={styles.seen} aria-label={text.scenes.seen} />}
            </button>
          </li>
        ))}
      </ol>
      <Neighbours onLeave={onClose} />
    </Dialog>
  );
}

/** What is said at that place, besides its heading. */
function saidAt({ scenes, closing }: LessonWords, id: string): string | null {
  return id === 'closing' ? closing : (scenes[id]?.look ?? null);
}

function Neighbours({ onLeave }: { readonly onLeave: () => void }) {
  const text = useText();
  const { openLesson } = useGuide();
  const lesson = usePlayer((player) => player.lesson);
  const place = lessons.indexOf(lesson);
  const [before, after] = [lessons[place - 1], lessons[place + 1]];
  const labels = [
    before && { id: before.id, label: text.scenes.previousLesson(text.lessonTitle(before.id)) },
    after && { id: after.id, label: text.scenes.nextLesson(text.lessonTitle(after.id)) },
  ];
  return (
    <div className={styles.neighbours}>
      {labels.map(
        (each) =>
          each && (
            <button
              key={each.id}
              type="button"
              onClick={() => {
                onLeave();
                openLesson(each.id, 'opening');
              }}
            >
              {each.label}
            </button>
          ),
      )}
    </div>
  );
}
