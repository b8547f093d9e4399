/** The run in sentences, up to the present step: all that the picture shows, for those who listen or read. */
import { memo, useEffect, useRef, useState } from 'react';
import type { DiagramStep } from '../../diagram/model.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './step-list.module.css';

/** Only the chunk with the present step is drawn anew at each step, however long the list is. */
const CHUNK = 50;
/** Of a long run only the end is listed until more is asked for: the browser lays out every item at every step. */
const CHUNKS_SHOWN = 3;

export function StepList() {
  const text = useText();
  const { steps } = usePlayer((player) => player.recording.diagram);
  const step = usePlayer((player) => player.step);
  const list = useRef<HTMLOListElement>(null);
  const [chunksShown, setChunksShown] = useState(CHUNKS_SHOWN);
  const chunkOfStep = Math.floor(step / CHUNK);
  const firstChunk = Math.max(0, chunkOfStep + 1 - chunksShown);
  const chunks = Array.from({ length: chunkOfStep + 1 - firstChunk }, (_, index) => firstChunk + index);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the present item is another one after each step.
  useEffect(() => {
    const element = list.current;
    const item = element?.querySelector<HTMLElement>('[aria-current=step]');
    if (!element || !item) return;
    const bottom = item.offsetTop + item.offsetHeight + item.offsetLeft;
    if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    if (item.offsetTop < element.scrollTop) element.scrollTop = item.offsetTop;
  }, [step, steps]);

  return (
    <ol className={styles.list} aria-label={text.steps} ref={list} tabIndex={-1}>
      {firstChunk > 0 && (
        <li className={styles.item}>
          <button type="button" onClick={() => setChunksShown(chunksShown * 4)}>
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
        />
      ))}
    </ol>
  );
}

interface ChunkProps {
  readonly steps: readonly DiagramStep[];
  readonly first: number;
  /** The present step, or the first step of the next chunk when it lies beyond this one. */
  readonly present: number;
}

const Chunk = memo(function Chunk({ steps, first, present }: ChunkProps) {
  const text = useText();
  const dispatch = useDispatch();
  return steps.slice(first, Math.min(first + CHUNK, present + 1)).map(({ key, sentence, row }, offset) => {
    const index = first + offset;
    return (
      <li
        key={key}
        className={styles.item}
        aria-current={index === present ? 'step' : undefined}
        data-tone={row.tone}
        data-kind={row.kind}
      >
        <button type="button" onClick={() => dispatch({ kind: 'go-to', step: index })}>
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <span className="visually-hidden">{text.stepSentence(index + 1, '')}</span>
          <span>{sentence}</span>
        </button>
      </li>
    );
  });
});
