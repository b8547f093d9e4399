/** The run in sentences, up to the present step: all that the picture shows, for people who listen or read. */
import { Search } from 'lucide-react';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { DiagramStep } from '../../sequence/model.ts';
import { stopOfRow, stopsOf } from '../../sequence/walk-stops.ts';
import { breakable } from '../../ui/breakable.tsx';
import { useDeferredStep, useDispatch } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import { type Marks, useMarks } from '../use-marks.ts';
import styles from './step-list.module.css';

/** Only the chunk with the present step is compared at each step, however long the list is. */
const CHUNK = 10;
/** Only the end of a long run is listed by default, because the browser visits every item at every step. */
const CHUNKS_SHOWN = 2;
const CHUNKS_MORE = 50;

export function StepList() {
  const { recording, step } = useDeferredStep();
  const marks = useMarks();
  const { diagram, run } = recording;
  return <List steps={stopsOf(diagram)} step={stopOfRow(diagram, step)} marks={marks} isRun={run !== null} />;
}

interface ListProps {
  readonly steps: readonly DiagramStep[];
  readonly step: number;
  readonly marks: Marks;
  /** Steps of an imported diagram can't be inspected. */
  readonly isRun: boolean;
}

const List = memo(function List({ steps, step, marks, isRun }: ListProps) {
  const text = useStageText();
  const [chunksShown, setChunksShown] = useState(CHUNKS_SHOWN);
  const scroller = useScrollToEnd(step);
  const chunkOfStep = Math.floor(step / CHUNK);
  const firstChunk = Math.max(0, chunkOfStep + 1 - chunksShown);
  const chunks = Array.from({ length: chunkOfStep + 1 - firstChunk }, (_, index) => firstChunk + index);

  return (
    <div className={styles.scroller} ref={scroller}>
      <ol className={styles.list} aria-label={text.steps}>
        {firstChunk > 0 && (
          <li className={styles.item}>
            <button type="button" onClick={() => setChunksShown(chunksShown + CHUNKS_MORE)}>
              {text.earlierSteps(firstChunk * CHUNK)}
            </button>
          </li>
        )}
        {chunks.map((chunk) => (
          <Chunk
            key={chunk}
            steps={steps}
            first={chunk * CHUNK}
            present={Math.min(step, (chunk + 1) * CHUNK)}
            marks={marks}
            isRun={isRun}
          />
        ))}
      </ol>
    </div>
  );
});

/**
 * The style sheet keeps the list's end in view, because its scrolling starts there. This brings readers who scrolled up
 * back when they step.
 */
function useScrollToEnd(step: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const isScrolled = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    const follow = () => {
      isScrolled.current = element !== null && element.scrollTop !== 0;
    };
    element?.addEventListener('scroll', follow, { passive: true });
    return () => element?.removeEventListener('scroll', follow);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is what brings back.
  useLayoutEffect(() => {
    if (scroller.current !== null && isScrolled.current) scroller.current.scrollTop = 0;
  }, [step]);
  return scroller;
}

interface ChunkProps extends Pick<ListProps, 'marks' | 'isRun'> {
  readonly steps: readonly DiagramStep[];
  readonly first: number;
  /** The present step, or the first step of the next chunk if it lies beyond this one. */
  readonly present: number;
}

const Chunk = memo(function Chunk({ steps, first, present, marks, isRun }: ChunkProps) {
  return steps
    .slice(first, Math.min(first + CHUNK, present + 1))
    .map((step, offset) => (
      <Item
        key={step.key}
        step={step}
        index={first + offset}
        isPresent={first + offset === present}
        mark={markOf(marks, first + offset)}
        isRun={isRun}
      />
    ));
});

/** The same element each time, so that React skips it. */
const magnifier = <Search aria-hidden="true" />;

interface ItemProps {
  readonly step: DiagramStep;
  readonly index: number;
  readonly isPresent: boolean;
  readonly mark: 'selected' | 'cause' | undefined;
  readonly isRun: boolean;
}

function markOf({ selected, causes }: Marks, index: number): ItemProps['mark'] {
  if (index === selected) return 'selected';
  return causes.has(index) ? 'cause' : undefined;
}

const Item = memo(function Item({ step: { sentence, row }, index, isPresent, mark, isRun }: ItemProps) {
  const text = useStageText();
  const dispatch = useDispatch();
  return (
    <li
      className={styles.item}
      aria-current={isPresent ? 'step' : undefined}
      data-tone={row.tone}
      data-kind={row.kind}
      data-mark={mark}
    >
      <button type="button" onClick={() => dispatch({ kind: 'go-to', step: index })}>
        <span className={styles.number} aria-hidden="true">
          {index + 1}
        </span>
        <span className="visually-hidden">{text.stepSentence(index + 1, '')}</span>
        <span>{breakable(sentence)}</span>
        {mark === 'cause' && <span className={styles.cause}>{text.cause}</span>}
      </button>
      {isRun && (
        <button
          type="button"
          className={styles.inspect}
          aria-label={text.inspectStep(index + 1)}
          title={text.inspectStep(index + 1)}
          onClick={() => dispatch({ kind: 'select', selection: { side: 'own', kind: 'step', step: index } })}
        >
          {magnifier}
        </button>
      )}
    </li>
  );
});
