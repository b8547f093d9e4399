/** What the audience sees: the diagram as a small picture, and the caption. */
import type { ReactNode } from 'react';
import { Panel } from '../../../ui/panel/panel.tsx';
import { usePlayer } from '../../player-context.ts';
import { DiagramPictures } from './diagram-picture.tsx';
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';

interface NowProps {
  readonly words: PresenterText;
  readonly caption: ReactNode;
}

export function Now({ words, caption }: NowProps) {
  const diagram = usePlayer(({ recording }) => recording.diagram);
  const step = usePlayer((player) => player.step);
  const comparison = usePlayer((player) => player.comparison);
  const isAsked = usePlayer(({ prediction }) => prediction !== null && prediction.asked !== null);
  const shown = [
    { diagram, step },
    ...(comparison === null ? [] : [{ diagram: comparison.recording.diagram, step: comparison.step }]),
  ];
  return (
    <Panel title={words.now} className={styles.now}>
      {isAsked && <p className={styles.aside}>{words.audienceSeesQuestion}</p>}
      <DiagramPictures shown={shown} />
      {caption}
    </Panel>
  );
}
