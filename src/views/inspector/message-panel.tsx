/** The real text of the present step's message, and why it is what it is. */
import { memo } from 'react';
import type { Player } from '../../player/player.ts';
import { bytesOnWire, serialize } from '../../simulation/protocol/wire.ts';
import { useDeferredPlace } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './message-panel.module.css';
import { Why } from './why.tsx';

export function MessagePanel() {
  return <Message {...useDeferredPlace()} />;
}

const Message = memo(function Message({ recording, step: index }: Pick<Player, 'recording' | 'step'>) {
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
  const nameOf = (id: string) => diagram.participants.find((each) => each.id === id)?.name ?? id;
  const isFailure = diagram.steps[index]?.row.tone === 'failure';
  return (
    <>
      <p className={styles.ends}>
        {nameOf(step.from)} → {nameOf(step.to)}
        <span className={styles.size}>{text.bytes(bytesOnWire(step.message.body))}</span>
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
        {body.join('\r\n\r\n')}
      </pre>
    </>
  );
});
