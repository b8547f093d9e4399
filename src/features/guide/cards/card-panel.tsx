/** The cards of the present step: one line, which expands. Its space is reserved, with or without a card. */
import { FaultBoundary } from '../../../ui/panel/panel.tsx';
import { useText } from '../../text-context.ts';
import { CardNotes } from './card-notes.tsx';
import styles from './card-panel.module.css';

export function CardPanel({ className }: { readonly className?: string | undefined }) {
  const { guide } = useText();
  return (
    <section className={`${styles.panel} ${className ?? ''}`} aria-label={guide.cardsHere}>
      <FaultBoundary name={guide.cardsHere}>
        <CardNotes />
      </FaultBoundary>
    </section>
  );
}
