/** The real text of a step's message, and the reason for it. */
import { memo } from 'react';
import { participantName } from '../../player/participant-name.ts';
import type { Player } from '../../player/player.ts';
import { bytesOnWire, serialize } from '../../simulation/protocols/wire.ts';
import { useText } from '../text-context.ts';
import { ExplainButton } from './explain-button.tsx';
import styles from './message-panel.module.css';
import { Why } from './why.tsx';

interface MessageTextProps extends Pick<Player, 'recording' | 'step'> {
  readonly onExplain: () => void;
}

export const MessageText = memo(
  function MessageText({ recording, step: index, onExplain }: MessageTextProps) {
    const text = useText();
    const { diagram, run } = recording;
    const step = run?.steps[index];
    const why = <Why recording={recording} step={index} />;
    if (step?.kind !== 'message') {
      return (
        <>
          <p className={styles.none}>{text.noMessage}</p>
          {why}
        </>
      );
    }
    const wire = serialize(step.message.body);
    const [head = '', ...body] = wire.split('\r\n\r\n');
    const [start, ...headers] = head.split('\r\n');
    const nameOf = (id: string) => participantName(recording, id);
    const isFailure = diagram.steps[index]?.row.tone === 'failure';
    return (
      <>
        <p className={styles.ends}>
          <span>
            {nameOf(step.from)} → {nameOf(step.to)}
          </span>
          <span className={styles.size}>{text.bytes(bytesOnWire(step.message.body))}</span>
          <ExplainButton isOn={false} onPress={onExplain} />
        </p>
        {why}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1). */}
        <pre className={styles.text} tabIndex={0} lang="en">
          <b data-failure={isFailure}>{start}</b>
          {headers.map((line, place) => {
            const colon = line.indexOf(':') + 1;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the next message's header of the same place takes it over.
              <span key={place}>
                {'\n'}
                <i>{line.slice(0, colon)}</i>
                {line.slice(colon)}
              </span>
            );
          })}
          {'\n\n'}
          {body.join('\r\n\r\n').slice(0, BODY_SHOWN)}
        </pre>
      </>
    );
  },
  (one, other) => one.recording === other.recording && one.step === other.step,
);

/** The full text of a longer body is in the explanation. */
const BODY_SHOWN = 4_000;
