/** A caption's words, with terms as buttons that show their meanings. The text itself is unchanged. */
import { useEffect, useMemo, useRef, useState } from 'react';
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

export function GlossedPhrase({ phrase, isTabbed }: GlossedPhraseProps) {
  const words = useLoaded(useText().loadGlossary);
  const find = useMemo(() => (words === null ? null : termFinder(words)), [words]);
  const parts = useMemo(() => find?.(phrase.map(({ text }) => text)), [find, phrase]);
  const [open, setOpen] = useState<{ readonly term: TermId; readonly button: HTMLElement } | null>(null);
  // Another step has other words.
  const shown = useRef(phrase);
  useEffect(() => {
    if (shown.current !== phrase) setOpen(null);
    shown.current = phrase;
  }, [phrase]);
  return (
    <>
      {phrase.map(({ text, tone }, index) => (
        <span key={text} data-tone={tone}>
          {parts === undefined
            ? text
            : parts[index]?.map((part) =>
                part.term === null ? (
                  part.text
                ) : (
                  <TermButton
                    key={part.term}
                    term={part.term}
                    text={part.text}
                    isTabbed={isTabbed}
                    isOpen={open?.term === part.term}
                    onOpen={setOpen}
                  />
                ),
              )}
        </span>
      ))}
      {open !== null && words !== null && (
        <TermPopover
          key={open.term}
          term={open.term}
          words={words}
          button={open.button}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface TermButtonProps {
  readonly term: TermId;
  readonly text: string;
  readonly isTabbed: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (open: { readonly term: TermId; readonly button: HTMLElement } | null) => void;
}

function TermButton({ term, text, isTabbed, isOpen, onOpen }: TermButtonProps) {
  return (
    <button
      type="button"
      className={styles.term}
      aria-expanded={isOpen}
      tabIndex={isTabbed ? 0 : -1}
      onClick={({ currentTarget }) => onOpen(isOpen ? null : { term, button: currentTarget })}
    >
      {text}
    </button>
  );
}
