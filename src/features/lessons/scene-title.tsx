/** While presenting: the title of a scene, for a moment after a jump to it. Stepping into a scene shows none. */
import { useEffect, useRef, useState } from 'react';
import { timelineIndex } from '../../player/comparison.ts';
import type { LessonPosition } from '../../player/lesson-position.ts';
import type { Player } from '../../player/player.ts';
import { usePlayer, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './scene-title.module.css';
import { useHeading } from './use-heading.ts';

const SHOWN_MS = 2_000;

export function SceneTitle() {
  const text = useText();
  const count = usePlayer(({ lesson }) => lesson.scenes.length);
  const position = useJump();
  // Its words are loaded before the first jump.
  const present = usePlayer((player) => player.lessonPosition);
  const heading = useHeading(position ?? present);
  if (position === null || heading === null) return null;
  return (
    <p className={styles.title} data-scene-title>
      {typeof position === 'number' && <span>{text.scenes.shortPosition(position + 1, count)}</span>}
      {heading}
    </p>
  );
}

/** The position that was just jumped to; null after a moment. */
function useJump(): LessonPosition | null {
  const player = usePlayerStore();
  const [position, setPosition] = useState<LessonPosition | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let before = player.getState();
    const unsubscribe = player.subscribe((state) => {
      const isJump = jumped(before, state);
      const isMove = timelineIndex(before) !== timelineIndex(state) || before.recording !== state.recording;
      before = state;
      if (!isJump && !isMove) return;
      clearTimeout(timer.current);
      setPosition(isJump ? state.lessonPosition : null);
      if (isJump) timer.current = setTimeout(() => setPosition(null), SHOWN_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer.current);
    };
  }, [player]);
  return position;
}

/** Whether another scene is on the stage, and not because the run was stepped there. */
function jumped(
  before: Player,
  { lesson, lessonPosition, recording, comparison, ...after }: Player,
): boolean {
  if (lesson === before.lesson && lessonPosition === before.lessonPosition) return false;
  const isSameRun = recording === before.recording && (comparison === null) === (before.comparison === null);
  return !isSameRun || Math.abs(after.step - before.step) > 1;
}
