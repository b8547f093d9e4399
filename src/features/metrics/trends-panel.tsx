/** How the scores came about. Nothing of it is fetched or computed before somebody opens it. */
import { useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import styles from '../mermaid/mermaid-panel.module.css';
import { useText } from '../text-context.ts';

const TrendsView = deferred(async () => (await import('./trends-view.tsx')).TrendsView);

export function TrendsPanel({ className }: { readonly className?: string | undefined }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className={className} aria-label={text.trends}>
      <details className={styles.panel} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary className={styles.title}>{text.trends}</summary>
        {isOpen && (
          <FaultBoundary name={text.trends}>
            <TrendsView />
          </FaultBoundary>
        )}
      </details>
    </section>
  );
}
