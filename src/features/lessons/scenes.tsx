/** The present scene in one line or two: where to look, or, until it has come to that, what to ask; and the way on. */
import { ChevronLeft, ChevronRight, ListOrdered } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './lesson-bar.module.css';
import { NextStep } from './next-step.tsx';
import { useProgress } from './progress-context.ts';
import { SceneList } from './scene-list.tsx';
import { useScene } from './use-scene.ts';

export function Scenes() {
  const text = useText();
  const dispatch = useDispatch();
  const lesson = usePlayer((player) => player.lesson);
  const words = useLoaded(text.loadLessonWords)?.[lesson.id];
  const [listIsOpen, setListIsOpen] = useState(false);
  const shown = useScene();
  const { reach } = useProgress();
  const { stop, isReached } = shown;
  useEffect(() => {
    if (isReached) reach(lesson, stop);
  }, [reach, lesson, stop, isReached]);
  if (words === undefined) return null;
  const count = lesson.scenes.length;
  const scene = typeof stop === 'number' ? words.scenes[lesson.scenes[stop]?.id ?? ''] : undefined;
  const ends = { opening: text.scenes.opening, closing: text.scenes.closing };
  return (
    <>
      <div className={styles.way}>
        <button
          type="button"
          aria-label={text.scenes.previous}
          title={text.scenes.previous}
          disabled={stop === 'opening'}
          onClick={() => dispatch({ kind: 'previous-scene' })}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.all}
          aria-haspopup="dialog"
          aria-label={
            typeof stop === 'number'
              ? `${text.scenes.scenes}: ${text.scenes.position(stop + 1, count)}`
              : `${text.scenes.scenes}: ${ends[stop]}`
          }
          title={text.scenes.scenes}
          onClick={() => setListIsOpen(true)}
        >
          {typeof stop === 'number' ? (
            text.scenes.shortPosition(stop + 1, count)
          ) : (
            <ListOrdered aria-hidden="true" />
          )}
        </button>
        <button
          type="button"
          aria-label={text.scenes.next}
          title={text.scenes.next}
          disabled={stop === 'closing'}
          onClick={() => dispatch({ kind: 'next-scene' })}
        >
          <ChevronRight aria-hidden="true" />
        </button>
      </div>
      <p className={styles.words}>
        {scene === undefined ? (
          typeof stop === 'string' && words[stop]
        ) : (
          <>
            <b>{scene.heading}</b> {isReached ? scene.look : scene.notes.ask}
          </>
        )}
      </p>
      <NextStep scene={shown} />
      {listIsOpen && <SceneList words={words} scene={shown} onClose={() => setListIsOpen(false)} />}
    </>
  );
}
