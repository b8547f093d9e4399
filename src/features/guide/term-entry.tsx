/** One term of the glossary. */
import { useEffect, useRef } from 'react';
import type { TermId } from '../../lessons/glossary.ts';
import { useGuide } from '../guide-context.ts';
import type { GlossaryWords } from './glossary/glossary-words.ts';
import styles from './glossary-page.module.css';
import { GuideLink } from './guide-link.tsx';

interface TermEntryProps {
  readonly id: TermId;
  readonly words: GlossaryWords;
}

export function TermEntry({ id, words }: TermEntryProps) {
  const { term, inSecondLanguage, meaning } = words.terms[id];
  const isMeant = useGuide().place?.entry === id;
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isMeant) entry.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return (
    <div className={styles.entry} data-meant={isMeant} ref={entry}>
      <dt>
        <GuideLink page="glossary" entry={id} className={styles.term}>
          {term}
        </GuideLink>
        <span lang={words.secondLanguage}>{inSecondLanguage}</span>
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
