/**
 * The presenter's own window: now and next as pictures, notes, votes or scenes, the time, and all controls of the
 * presentation. It fills its window; a narrow one scrolls.
 */
import { EyeOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { FaultBoundary, Panel } from '../../../ui/panel/panel.tsx';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { Clock, type ClockFace } from './clock.tsx';
import { Connection, type ConnectionState } from './connection.tsx';
import { NextStep } from './next-step.tsx';
import { Notes } from './notes.tsx';
import { Now } from './now.tsx';
import { PowerButtons } from './power-buttons.tsx';
import styles from './presenter.module.css';
import { SceneCard } from './scene-card.tsx';

interface PresenterProps {
  readonly clock: ClockFace;
  readonly connection: ConnectionState;
  readonly isBlank: boolean;
  readonly onBlank: (isBlank: boolean) => void;
  /** The audience's present caption. */
  readonly caption: ReactNode;
  /** The open question with its votes; null while there's none. */
  readonly question: ReactNode;
  readonly switches: ReactNode;
  readonly playback: ReactNode;
}

export function Presenter(props: PresenterProps) {
  const { clock, connection, isBlank, onBlank, caption, question, switches, playback } = props;
  const text = useText();
  const isRun = usePlayer(({ recording }) => recording.run !== null);
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
        {isRun && <SceneNumber />}
        <Clock words={words} face={clock} />
      </header>
      <div className={styles.middle}>
        <Now words={words} caption={caption} />
        <NextStep words={words} />
        <Panel title={words.notes} className={styles.notesPanel}>
          <Notes words={words} />
        </Panel>
        {question === null ? isRun && <SceneCard /> : <div className={styles.question}>{question}</div>}
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
            <span className={styles.key} aria-hidden="true">
              B
            </span>
          </button>
        </div>
        {playback}
      </FaultBoundary>
    </main>
  );
}

function SceneNumber() {
  const { scenes } = useText();
  const position = usePlayer((player) => player.lessonPosition);
  const count = usePlayer(({ lesson }) => lesson.scenes.length);
  const ends = { opening: scenes.opening, closing: scenes.closing };
  return (
    <p className={styles.scene}>
      <span>{scenes.scenes}</span>{' '}
      <b>{typeof position === 'number' ? scenes.position(position + 1, count) : ends[position]}</b>
    </p>
  );
}
