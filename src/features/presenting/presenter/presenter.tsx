/** The presenter's own window: what is shown, what comes next, what to say about it, the time, and all that steers the show. */
import { EyeOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { FaultBoundary, Panel } from '../../../ui/panel/panel.tsx';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { useText } from '../../text-context.ts';
import { Clock, type ClockFace } from './clock.tsx';
import { Connection, type ConnectionState } from './connection.tsx';
import { NextStep } from './next-step.tsx';
import { Notes } from './notes.tsx';
import { PowerButtons } from './power-buttons.tsx';
import styles from './presenter.module.css';

interface PresenterProps {
  readonly clock: ClockFace;
  readonly connection: ConnectionState;
  readonly isBlank: boolean;
  readonly onBlank: (isBlank: boolean) => void;
  /** What the audience reads now. */
  readonly caption: ReactNode;
  readonly switches: ReactNode;
  readonly transport: ReactNode;
}

export function Presenter(props: PresenterProps) {
  const { clock, connection, isBlank, onBlank, caption, switches, transport } = props;
  const text = useText();
  const words = useLoaded(text.loadPresenterText);
  const title = words?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Statescope`;
  }, [title]);
  if (words === null) return null;
  return (
    <main className={styles.presenter}>
      <header className={styles.head}>
        <h1>
          Statescope <small>{words.title}</small>
        </h1>
        <Connection words={words} state={connection} />
        <Clock words={words} face={clock} />
      </header>
      <div className={styles.middle}>
        <div className={styles.show}>
          <Panel title={words.now} className={styles.now}>
            {caption}
          </Panel>
          <Panel title={words.next} className={styles.next}>
            <NextStep words={words} />
          </Panel>
        </div>
        <Panel title={words.notes} className={styles.notesPanel}>
          <Notes words={words} />
        </Panel>
      </div>
      <FaultBoundary name={text.playback}>
        <div className={styles.row}>
          <PowerButtons label={words.servers} />
          {switches}
          <button
            type="button"
            role="switch"
            aria-checked={isBlank}
            className={styles.blank}
            onClick={() => onBlank(!isBlank)}
          >
            <EyeOff aria-hidden="true" />
            {words.blank}
          </button>
        </div>
        {transport}
      </FaultBoundary>
    </main>
  );
}
