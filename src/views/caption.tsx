/** The one sentence that the whole room reads. */
import styles from './caption.module.css';
import { usePlayer } from './player-context.ts';
import { useText } from './text-context.ts';

export function Caption() {
  const text = useText();
  const { steps } = usePlayer((player) => player.recording.diagram);
  const isDrawing = usePlayer((player) => player.recording.drawing !== null);
  const step = usePlayer((player) => player.step);
  const present = steps[step];
  const isLast = step === steps.length - 1;
  return (
    <div className={styles.caption}>
      <span className={styles.step} aria-hidden="true">
        {step + 1} / {steps.length}
      </span>
      <p className={styles.words}>
        {present?.caption.map(({ text: words, tone }) => (
          <span key={words} data-tone={tone}>
            {words}
          </span>
        ))}
        {isLast && <small className={styles.end}>{isDrawing ? text.opening.theEnd : text.atTheEnd}</small>}
      </p>
    </div>
  );
}

/** Tells a screen reader the new step, and nothing else. */
export function StepStatus() {
  const text = useText();
  const step = usePlayer((player) => player.step);
  const sentence = usePlayer((player) => player.recording.diagram.steps[player.step]?.sentence ?? '');
  return (
    <p className="visually-hidden" role="status">
      {text.stepSentence(step + 1, sentence)}
    </p>
  );
}
