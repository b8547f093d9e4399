/** One card: its point, what is to be said about it, and where that is written. */
import { Link2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Card } from '../../lessons/cards.ts';
import { useGuide } from '../guide-context.ts';
import type { CardWords } from './card-words.ts';
import styles from './cards-page.module.css';
import { GuideLink } from './guide-link.tsx';
import { SourceList } from './source-list.tsx';

interface CardArticleProps {
  readonly card: Card;
  readonly words: CardWords;
}

export function CardArticle({ card: { id, sources }, words }: CardArticleProps) {
  const { heading, text } = words.cards[id];
  const isMeant = useGuide().place?.entry === id;
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isMeant) article.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return (
    <article className={styles.card} data-meant={isMeant} ref={article}>
      <div className={styles.head}>
        <h4>{heading}</h4>
        <GuideLink page="cards" entry={id} className={styles.link}>
          <Link2 aria-hidden="true" />
          <span className="visually-hidden">{words.linkTo(heading)}</span>
        </GuideLink>
      </div>
      <p>{text}</p>
      <SourceList label={words.sources} sources={sources} />
    </article>
  );
}
