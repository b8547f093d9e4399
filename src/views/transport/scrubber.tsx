/** The slider of steps, with its marks. It shows how long the run is, but never what is still to come in it. */
import { RotateCw, X, Zap } from 'lucide-react';
import type { CSSProperties } from 'react';
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
  return steps.slice(0, step + 1).map(({ key, mark }, index) =>
    mark === null ? null : (
      <span key={key} className={styles.mark} data-mark={mark} style={at(position(index))}>
        {mark === 'crash' ? <Zap /> : mark === 'restart' ? <RotateCw /> : <X />}
      </span>
    ),
  );
}

function at(position: number): CSSProperties {
  return { insetInlineStart: `${position * 100}%` };
}
