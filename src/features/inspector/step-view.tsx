/** A step in detail: its message's cause, outcome, and every part. */
import { useMemo } from 'react';
import { participantName } from '../../player/participant-name.ts';
import { rowsShown, wholeOf, wholeRow } from '../../player/recording.ts';
import { readMessage } from '../../sequence/read-message.ts';
import { bytesOnWire } from '../../simulation/protocols/wire.ts';
import { causeOf } from '../../trace/evidence.ts';
import { useDispatch } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { ExplainButton } from './explain-button.tsx';
import { outcomeOf } from './inspect-messages.ts';
import styles from './inspector.module.css';
import { MessageParts } from './message-parts.tsx';
import type { ShownRun } from './shown.ts';
import { TokenView } from './token-view.tsx';
import { Why } from './why.tsx';

interface StepViewProps extends ShownRun {
  readonly index: number;
  readonly present: number;
  readonly onLess: (() => void) | null;
}

export function StepView({ recording, run, words, side, index, present, onLess }: StepViewProps) {
  const text = useText();
  const step = run.steps[index];
  const message = step?.kind === 'message' ? step.message : null;
  const reading = useMemo(() => (message === null ? null : readMessage(message)), [message]);
  const explain = onLess !== null && <ExplainButton isOn onPress={onLess} />;
  if (step?.kind !== 'message' || reading === null) {
    return (
      <>
        <p className={styles.ends}>
          <span>{recording.diagram.steps[index]?.sentence}</span>
          {explain}
        </p>
        <Cause recording={recording} words={words} side={side} index={index} />
        <Why recording={recording} step={index} />
      </>
    );
  }
  return (
    <>
      <p className={styles.ends}>
        <span>
          {participantName(recording, step.from)} → {participantName(recording, step.to)}
        </span>
        <span className={styles.size}>{text.bytes(bytesOnWire(step.message.body))}</span>
        {explain}
      </p>
      <p className={styles.line} data-bad={step.fate.kind !== 'delivered' || step.isLate}>
        {words.outcomes[outcomeOf(step.fate, step.isLate)]}
      </p>
      <Cause recording={recording} words={words} side={side} index={index} />
      <Why recording={recording} step={index} />
      <MessageParts reading={reading} words={words} />
      {reading.kind === 'http' && reading.token !== null && (
        <TokenView token={reading.token} run={run} step={present} words={words} />
      )}
    </>
  );
}

/** Selects the step that caused this one, unless it's hidden. */
function Cause({
  recording,
  words,
  side,
  index,
}: Pick<StepViewProps, 'recording' | 'words' | 'side' | 'index'>) {
  const dispatch = useDispatch();
  const text = useText();
  const cause = useMemo(() => {
    const { run } = wholeOf(recording);
    const found = run === null ? undefined : causeOf(run, wholeRow(recording, index));
    return found === undefined ? undefined : rowsShown(recording, [found])[0];
  }, [recording, index]);
  if (cause === undefined) return null;
  return (
    <p className={styles.line}>
      {words.followsFrom}{' '}
      <button
        type="button"
        className={styles.link}
        aria-label={text.inspectStep(cause + 1)}
        onClick={() => dispatch({ kind: 'select', selection: { side, kind: 'step', step: cause } })}
      >
        {cause + 1}
      </button>
    </p>
  );
}
