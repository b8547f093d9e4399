/** All cards on one page, by group, for searching, linking and printing. */
import { useDeferredValue, useState } from 'react';
import { cardGroups, cards } from '../../lessons/cards.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import { CardArticle } from './card-article.tsx';
import type { CardWords } from './card-words.ts';
import styles from './cards-page.module.css';
import { isFound } from './search.ts';
import { SearchField } from './search-field.tsx';

export function CardsPage() {
  const text = useText();
  const words = useLoaded(text.loadCards);
  const secondWords = useLoaded(text.loadCardsInSecondLanguage);
  return words === null ? null : <Cards words={words} secondWords={secondWords} />;
}

interface CardsProps {
  readonly words: CardWords;
  readonly secondWords: CardWords | null;
}

function Cards({ words, secondWords }: CardsProps) {
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const found = cards.filter(({ id, sources }) => {
    const texts = [words, secondWords].flatMap((each) => {
      const card = each?.cards[id];
      return card === undefined ? [] : [card.heading, card.text];
    });
    return isFound(wanted, [...texts, ...sources.map(({ document }) => document)]);
  });
  return (
    <>
      <SearchField label={words.search} query={query} found={words.count(found.length)} onQuery={setQuery} />
      {found.length === 0 && <p className={styles.nothing}>{words.nothingFound(wanted)}</p>}
      {cardGroups.map((group) => {
        const ofGroup = found.filter((card) => card.group === group);
        return (
          ofGroup.length > 0 && (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h3 className={styles.group} id={`group-${group}`}>
                {words.groups[group]}
              </h3>
              <div className={styles.cards}>
                {ofGroup.map((card) => (
                  <CardArticle key={card.id} card={card} words={words} />
                ))}
              </div>
            </section>
          )
        );
      })}
    </>
  );
}
