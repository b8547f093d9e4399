/** The run as Mermaid draws it. Nothing of it is fetched or drawn before somebody opens it. */
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
        // It is the last of a column that scrolls: what was asked for is shown.
        if (panel.open) panel.scrollIntoView({ block: 'nearest' });
      }}
    >
      <MermaidView />
    </Fold>
  );
}
