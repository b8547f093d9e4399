/**
 * The present scene in one or two lines: where to look, or, before the scene is reached, what to ask; and the way on.
 */
import { ListOrdered } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isAbout } from '../../player/lesson-position.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { Way } from '../../ui/way/way.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useProgress } from '../progress-context.ts';
import { useText } from '../text-context.ts';
import { NextStep } from './next-step.tsx';
import { SceneList } from './scene-list.tsx';
import { SceneWords } from './scene-words.tsx';
import { useScene } from './use-scene.ts';

export function Scenes() {
  const text = useText();
  const dispatch = useDispatch();
  const lesson = usePlayer((player) => player.lesson);
  const words = useLoaded(text.loadLessonWords)?.[lesson.id];
  const [listIsOpen, setListIsOpen] = useState(false);
  const shown = useScene();
  // A run that was opened from elsewhere isn't what the lesson tells of.
  const isOwn = usePlayer(({ lesson: own, recording: { run } }) => run === null || isAbout(own, run));
  const { reach } = useProgress();
  const { lessonPosition, isReached } = shown;
  useEffect(() => {
    if (isReached) reach(lesson, lessonPosition);
  }, [reach, lesson, lessonPosition, isReached]);
  if (words === undefined) return null;
  const count = lesson.scenes.length;
  const scene =
    typeof lessonPosition === 'number' ? words.scenes[lesson.scenes[lessonPosition]?.id ?? ''] : undefined;
  const ends = { opening: text.scenes.opening, closing: text.scenes.closing };
  return (
    <>
      <Way
        previous={{
          label: text.scenes.previous,
          onGo: lessonPosition === 'opening' ? null : () => dispatch({ kind: 'previous-scene' }),
        }}
        next={{
          label: text.scenes.next,
          onGo: lessonPosition === 'closing' ? null : () => dispatch({ kind: 'next-scene' }),
        }}
        all={{
          'aria-haspopup': 'dialog',
          'aria-label':
            typeof lessonPosition === 'number'
              ? `${text.scenes.scenes}: ${text.scenes.position(lessonPosition + 1, count)}`
              : `${text.scenes.scenes}: ${ends[lessonPosition]}`,
          title: text.scenes.scenes,
          onClick: () => setListIsOpen(true),
        }}
      >
        {typeof lessonPosition === 'number' ? (
          text.scenes.shortPosition(lessonPosition + 1, count)
        ) : (
          <ListOrdered aria-hidden="true" />
        )}
      </Way>
      {isOwn && (
        <SceneWords key={`${lessonPosition} ${isReached}`} onList={() => setListIsOpen(true)}>
          {scene === undefined ? (
            typeof lessonPosition === 'string' && words[lessonPosition]
          ) : (
            <>
              <b>{scene.heading}</b> {isReached ? scene.look : scene.notes.ask}
            </>
          )}
        </SceneWords>
      )}
      <NextStep scene={shown} />
      {listIsOpen && <SceneList words={words} scene={shown} onClose={() => setListIsOpen(false)} />}
    </>
  );
}
