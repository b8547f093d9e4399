/** The cards that apply at the present step: one line, which opens. Its room is the same with and without a card. */
import { FaultBoundary } from '../panel/panel.tsx';
import { useText } from '../text-context.ts';
import { useLoaded } from '../use-loaded.ts';
import styles from './card-panel.module.css';

const loadCardNotes = async () => (await import('./card-notes.tsx')).CardNotes;

export function CardPanel({ className }: { readonly className?: string | undefined }) {
  const { guide } = useText();
  return (
    <section className={`${styles.panel} ${className ?? ''}`} aria-label={guide.cardsHere}>
      <FaultBoundary name={guide.cardsHere}>
        <Notes />
      </FaultBoundary>
    </section>
  );
}

function Notes() {
  const CardNotes = useLoaded(loadCardNotes);
  return CardNotes === null ? null : <CardNotes />;
}
