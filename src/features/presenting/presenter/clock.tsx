/** The time of day, and the elapsed time. */
import { Pause, Play, RotateCcw } from 'lucide-react';
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';

export interface ClockFace {
  readonly time: string;
  readonly elapsed: string;
  readonly isRunning: boolean;
  toggle(): void;
  reset(): void;
}

interface ClockProps {
  readonly words: PresenterText;
  readonly face: ClockFace;
}

export function Clock({ words, face }: ClockProps) {
  const toggle = face.isRunning ? words.pause : words.start;
  return (
    <div className={styles.clock}>
      <p>
        <span>{words.time}</span> <b>{face.time}</b>
      </p>
      <p>
        <span>{words.elapsed}</span> <b role="timer">{face.elapsed}</b>
      </p>
      <button type="button" aria-label={toggle} title={toggle} onClick={() => face.toggle()}>
        {face.isRunning ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <button type="button" aria-label={words.reset} title={words.reset} onClick={() => face.reset()}>
        <RotateCcw aria-hidden="true" />
      </button>
    </div>
  );
}
