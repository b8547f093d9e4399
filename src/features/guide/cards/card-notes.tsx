/** The content of the cards panel, once it's loaded. */
import { StickyNote } from 'lucide-react';
import { memo, useMemo } from 'react';
import { cards } from '../../../lessons/cards.ts';
import { cardsHere } from '../../../player/cards/cards-here.ts';
import type { Player } from '../../../player/player.ts';
import { wholeOf, wholeRow } from '../../../player/recording.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { useDeferredStep, usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { GuideLink } from '../guide-link.tsx';
import { SourceList } from '../source-list.tsx';
import styles from './card-panel.module.css';

export function CardNotes() {
  return <CardNotesAt {...useDeferredStep()} />;
}

const CardNotesAt = memo(function CardNotesAt({ recording, step }: Pick<Player, 'recording' | 'step'>) {
  const text = useText();
  const words = useLoaded(text.loadCards);
  const lesson = usePlayer((player) => player.lesson);
  const { run } = wholeOf(recording);
  const at = wholeRow(recording, step);
  const ids = useMemo(() => (run === null ? [] : cardsHere(lesson, run, at)), [lesson, run, at]);
  if (words === null) return null;
  const [first] = ids;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <StickyNote aria-hidden="true" />
        <b>{text.guide.cardsHere}</b>
        <span className={styles.point} data-none={first === undefined}>
          {first === undefined ? text.guide.noCardHere : words.cards[first].heading}
        </span>
      </summary>
      <div className={styles.room}>
        {ids.map((id) => (
          <article key={id}>
            <h3>{words.cards[id].heading}</h3>
            <p>{words.cards[id].text}</p>
            <SourceList label={words.sources} sources={cards.find((card) => card.id === id)?.sources ?? []} />
          </article>
        ))}
        <p>
          <GuideLink page="cards" entry={first ?? null} className={styles.all}>
            {text.guide.allCards}
          </GuideLink>
        </p>
      </div>
    </details>
  );
});
