/** What comes with the next step: for the presenter's eyes alone. */
import { placeOf, stepAtPlace } from '../../player/rival.ts';
import { usePlayer } from '../player-context.ts';
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';

export function NextStep({ words }: { readonly words: PresenterText }) {
  const caption = usePlayer((player) => stepAtPlace(player, placeOf(player) + 1)?.caption);
  return (
    <p className={styles.nextCaption}>
      {caption === undefined ? words.nothingNext : caption.map(({ text }) => text).join('')}
    </p>
  );
}
