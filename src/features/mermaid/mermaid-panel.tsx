/** The run as Mermaid renders it. Nothing is loaded or rendered before the panel is opened. */
import { deferred } from '../../ui/deferred.tsx';
import { Fold } from '../../ui/fold/fold.tsx';
import { useText } from '../text-context.ts';
import styles from './mermaid-panel.module.css';

const MermaidView = deferred(async () => (await import('./mermaid-view.tsx')).MermaidView);

export function MermaidPanel({ className }: { readonly className?: string | undefined }) {
  const { exporting } = useText();
  return (
    <Fold
      title={exporting.mermaidDiagram}
      className={className}
      roomClassName={styles.room}
      name="mermaid"
      onToggle={(panel) => {
        // It's the last in a scrolling column, so it scrolls into view.
        if (panel.open) panel.scrollIntoView({ block: 'nearest' });
      }}
    >
      <MermaidView />
    </Fold>
  );
}
