/**
 * The meaning of a term, above it. Uses the platform's popover, which lies over everything and closes on a click beside
 * it.
 */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { TermId } from '../../../lessons/glossary.ts';
import { hasPopovers } from '../../../ui/popover.ts';
import { useEscape } from '../../../ui/use-escape.ts';
import { useLightDismiss } from '../../../ui/use-light-dismiss.ts';
import { useOptionalGuide } from '../../guide-context.ts';
import { GuideLink } from '../guide-link.tsx';
import type { GlossaryWords } from './glossary-words.ts';
import styles from './glossed-phrase.module.css';

interface TermPopoverProps {
  readonly term: TermId;
  readonly words: GlossaryWords;
  readonly button: HTMLElement;
  readonly onClose: () => void;
}

export function TermPopover({ term, words, button, onClose }: TermPopoverProps) {
  const hasGuide = useOptionalGuide() !== null;
  const popover = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = popover.current;
    if (element === null) return;
    if (hasPopovers()) element.showPopover();
    placeAbove(element, button);
  }, [button]);
  useLightDismiss(popover, true, onClose);
  const close = (event: KeyboardEvent) => {
    event.preventDefault();
    onClose();
    button.focus();
  };
  useEscape(true, close, 'popover');
  const { term: name, inSecondLanguage, meaning } = words.terms[term];
  // Outside of the caption, whose text stays unchanged.
  return createPortal(
    <div
      ref={popover}
      popover="auto"
      className={styles.popover}
      role="dialog"
      aria-label={name}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <b>{name}</b>
      <small lang={words.secondLanguage}>{inSecondLanguage}</small>
      <span>{meaning}</span>
      {hasGuide && (
        <GuideLink page="glossary" entry={term} className={styles.more}>
          {words.inGlossary}
        </GuideLink>
      )}
    </div>,
    document.body,
  );
}

const GAP_PX = 8;

function placeAbove(element: HTMLElement, button: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const edge = document.documentElement.clientWidth - width - GAP_PX;
  element.style.left = `${Math.max(GAP_PX, Math.min(left, edge))}px`;
  // Below the term if there's no room above.
  const above = top - height - GAP_PX;
  element.style.top = `${above >= GAP_PX ? above : bottom + GAP_PX}px`;
}
