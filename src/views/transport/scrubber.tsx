/** The slider of steps, with its marks. It shows how long the run is, but never what is still to come in it. */
import { RotateCw, X, Zap } from 'lucide-react';
import { type CSSProperties, useMemo } from 'react';
import type { DiagramStep } from '../../diagram/model.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './scrubber.module.css';

/** With more steps than this, dots would run into each other; marks are still drawn. */
const DOTS_MAX = 40;

export function Scrubber() {
  const text = useText();
  const dispatch = useDispatch();
  const { steps } = usePlayer((player) => player.recording.diagram);
  const step = usePlayer((player) => player.step);
  const last = steps.length - 1;
  const position = (index: number) => (last === 0 ? 0 : index / last);
  return (
    <div className={styles.scrubber} style={{ '--position': position(step) } as CSSProperties}>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.done} />
        {steps.length <= DOTS_MAX &&
          steps.map(({ key }, index) => (
            <span key={key} className={styles.dot} data-done={index <= step} style={at(position(index))} />
          ))}
        <Marks steps={steps} step={step} position={position} />
        <span className={styles.thumb} style={at(position(step))} />
      </div>
      <input
        type="range"
        className={styles.input}
        aria-label={text.step}
        aria-valuetext={text.stepOf(step + 1, steps.length)}
        min={1}
        max={steps.length}
        value={step + 1}
        onChange={(event) => dispatch({ kind: 'go-to', step: Number(event.target.value) - 1 })}
      />
    </div>
  );
}

interface MarksProps {
  readonly steps: readonly DiagramStep[];
  readonly step: number;
  readonly position: (index: number) => number;
}

function Marks({ steps, step, position }: MarksProps) {
  const marks = useMemo(() => marksOf(steps), [steps]);
  return marks
    .filter(({ index }) => index <= step)
    .map(({ index, mark }) => (
      <span key={index} className={styles.mark} data-mark={mark} style={at(position(index))}>
        {mark === 'crash' ? <Zap /> : mark === 'restart' ? <RotateCw /> : <X />}
      </span>
    ));
}

interface Mark {
  readonly index: number;
  readonly mark: Exclude<DiagramStep['mark'], null>;
}

/** More marks than this would cover each other: of those at one place the weightiest is shown. */
const PLACES = 60;
const weights: Record<Mark['mark'], number> = { failure: 0, restart: 1, crash: 2 };

function marksOf(steps: readonly DiagramStep[]): readonly Mark[] {
  const byPlace = new Map<number, Mark>();
  steps.forEach(({ mark }, index) => {
    if (mark === null) return;
    const place = steps.length <= PLACES ? index : Math.floor((index / steps.length) * PLACES);
    const before = byPlace.get(place);
    if (before === undefined || weights[mark] > weights[before.mark]) byPlace.set(place, { index, mark });
  });
  return [...byPlace.values()];
}

function at(position: number): CSSProperties {
  return { insetInlineStart: `${position * 100}%` };
}
