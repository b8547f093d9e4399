/** All terms in both languages, with their meanings. */
import { useDeferredValue, useMemo, useState } from 'react';
import { termIds } from '../../lessons/glossary.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import type { GlossaryWords } from './glossary/glossary-words.ts';
import styles from './glossary-page.module.css';
import { isFound } from './search.ts';
import { SearchField } from './search-field.tsx';
import { TermEntry } from './term-entry.tsx';

export function GlossaryPage() {
  const words = useLoaded(useText().loadGlossary);
  return words === null ? null : <Terms words={words} />;
}

function Terms({ words }: { readonly words: GlossaryWords }) {
  const { language } = useText();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return [...termIds].sort((one, other) => compare(words.terms[one].term, words.terms[other].term));
  }, [language, words]);
  const found = sorted.filter((id) => {
    const { term, inSecondLanguage, meaning, forms } = words.terms[id];
    return isFound(wanted, [term, inSecondLanguage, meaning, ...forms]);
  });
  return (
    <>
      <SearchField label={words.search} query={query} found={words.count(found.length)} onQuery={setQuery} />
      {found.length === 0 && <p className={styles.nothing}>{words.nothingFound(wanted)}</p>}
      <dl className={styles.terms}>
        {found.map((id) => (
          <TermEntry key={id} id={id} words={words} />
        ))}
      </dl>
    </>
  );
}
