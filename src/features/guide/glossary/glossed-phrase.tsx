/** A caption's words, with terms as buttons that show their meanings. The text itself is unchanged. */
import { useMemo, useState } from 'react';
import type { TermId } from '../../../lessons/glossary.ts';
import type { Phrase } from '../../../sequence/phrasebook.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { useText } from '../../text-context.ts';
import { termFinder } from './find-terms.ts';
import styles from './glossed-phrase.module.css';
import { TermPopover } from './term-popover.tsx';

interface GlossedPhraseProps {
  readonly phrase: Phrase;
  /** Whether the Tab key stops at terms, too. */
  readonly isTabbed: boolean;
}

interface OpenTerm {
  /** Another step has another phrase, which closes it. */
  readonly phrase: Phrase;
  readonly term: TermId;
  readonly button: HTMLElement;
}

export function GlossedPhrase({ phrase, isTabbed }: GlossedPhraseProps) {
  const glossary = useLoaded(useText().loadGlossary);
  const find = useMemo(() => (glossary === null ? null : termFinder(glossary)), [glossary]);
  const parts = useMemo(() => find?.(phrase.map(({ text }) => text)), [find, phrase]);
  const [open, setOpen] = useState<OpenTerm | null>(null);
  // While rendering, because an effect would ask React for another render after each step, and keys can come faster.
  if (open !== null && open.phrase !== phrase) setOpen(null);
  return (
    <>
      {phrase.map(({ text, tone }, index) => (
        <span key={text} data-tone={tone}>
          {parts === undefined
            ? text
            : parts[index]?.map(({ term, text: words }) =>
                term === null ? (
                  words
                ) : (
                  <TermButton
                    key={term}
                    text={words}
                    isTabbed={isTabbed}
                    isOpen={open?.term === term}
                    onToggle={(button) => setOpen(button && { phrase, term, button })}
                  />
                ),
              )}
        </span>
      ))}
      {open !== null && glossary !== null && (
        <TermPopover
          key={open.term}
          term={open.term}
          words={glossary}
          button={open.button}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface TermButtonProps {
  readonly text: string;
  readonly isTabbed: boolean;
  readonly isOpen: boolean;
  /** Called with the button that opens the term; null closes it. */
  readonly onToggle: (button: HTMLElement | null) => void;
}

function TermButton({ text, isTabbed, isOpen, onToggle }: TermButtonProps) {
  return (
    <button
      type="button"
      className={styles.term}
      aria-expanded={isOpen}
      tabIndex={isTabbed ? 0 : -1}
      onClick={({ currentTarget }) => onToggle(isOpen ? null : currentTarget)}
    >
      {text}
    </button>
  );
}
