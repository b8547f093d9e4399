/** The step that created an item, with a link to it. */
import type { Side } from '../../player/selection.ts';
import { useDispatch } from '../player-context.ts';
import { useText } from '../text-context.ts';
import type { InspectText } from './inspect-text.ts';
import styles from './inspector.module.css';

interface SinceProps {
  /** Undefined for an item that was there from the start. */
  readonly step: number | undefined;
  readonly words: InspectText;
  readonly side: Side;
}

export function Since({ step, words, side }: SinceProps) {
  const text = useText();
  const dispatch = useDispatch();
  if (step === undefined) return words.fromTheBeginning;
  return (
    <>
      {words.since}{' '}
      <button
        type="button"
        className={styles.link}
        aria-label={text.inspectStep(step + 1)}
        onClick={() => dispatch({ kind: 'select', selection: { side, kind: 'step', step } })}
      >
        {step + 1}
      </button>
    </>
  );
}
