/** Suggestions at the end of a run, as buttons. Nothing starts by itself. */
import { ArrowLeftRight, ArrowRight, Columns2, RotateCcw } from 'lucide-react';
import { lessons } from '../../lessons/lessons.ts';
import { defaultComparison } from '../../player/default-comparison.ts';
import { sideOf } from '../../player/fix.ts';
import { nextPosition } from '../../player/lesson-state.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './end-suggestions.module.css';
import { useHeading } from './use-heading.ts';

export function EndSuggestions() {
  const text = useText();
  const dispatch = useDispatch();
  const lesson = usePlayer((player) => player.lesson);
  const scenario = usePlayer((player) => player.recording.run?.scenario);
  const isCompared = usePlayer((player) => player.comparison !== null);
  const position = usePlayer((player) => player.lessonPosition);
  const nextScene = useHeading(usePlayer(nextPosition));
  if (scenario === undefined) return null;
  const other = defaultComparison(scenario);
  const side = sideOf(lesson, scenario);
  const otherSide = side === null ? null : side === 'before' ? 'after' : 'before';
  const next = lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce its name before each of its buttons.
    <div className={styles.suggestions} role="group" aria-label={text.whatNext}>
      <button type="button" onClick={() => dispatch({ kind: 'other-mode' })}>
        <ArrowLeftRight aria-hidden="true" />
        {otherSide === null ? text.sameRunIn(text.variants[other]) : text.fixSides[otherSide]}
      </button>
      {!isCompared && (
        <button type="button" onClick={() => dispatch({ kind: 'toggle-compare' })}>
          <Columns2 aria-hidden="true" />
          {text.besideEachOther}
        </button>
      )}
      <button type="button" onClick={() => dispatch({ kind: 'start-over' })}>
        <RotateCcw aria-hidden="true" />
        {text.fromTheBeginning}
      </button>
      {side !== null ? null : position !== 'closing' ? (
        <button type="button" data-onward onClick={() => dispatch({ kind: 'next-scene' })}>
          {nextScene === null ? text.scenes.next : text.scenes.nextScene(nextScene)}
          <ArrowRight aria-hidden="true" />
        </button>
      ) : (
        next !== undefined && (
          <button
            type="button"
            data-onward
            onClick={() => dispatch({ kind: 'open-lesson', lesson: next, lessonPosition: 'opening' })}
          >
            {text.nextLesson(text.lessonTitle(next.id))}
            <ArrowRight aria-hidden="true" />
          </button>
        )
      )}
    </div>
  );
}
