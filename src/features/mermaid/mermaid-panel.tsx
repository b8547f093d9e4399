/** The run as Mermaid draws it. Nothing of it is fetched or drawn before somebody opens it. */
import { type SyntheticEvent, useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useText } from '../text-context.ts';
import styles from './mermaid-panel.module.css';

const MermaidView = deferred(async () => (await import('./mermaid-view.tsx')).MermaidView);

export function MermaidPanel({ className }: { readonly className?: string | undefined }) {
  const { exporting } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = ({ currentTarget: panel }: SyntheticEvent<HTMLDetailsElement>) => {
    setIsOpen(panel.open);
    // It is the last of a column that scrolls: what was asked for is shown.
    if (panel.open) panel.scrollIntoView({ block: 'nearest' });
  };
  return (
    <section className={className} aria-label={exporting.mermaidDiagram}>
      <details className={styles.panel} data-mermaid onToggle={toggle}>
        <summary className={styles.title}>{exporting.mermaidDiagram}</summary>
        <div className={styles.room}>
          {isOpen && (
            <FaultBoundary name={exporting.mermaidDiagram}>
              <MermaidView />
            </FaultBoundary>
          )}
        </div>
      </details>
    </section>
  );
}
