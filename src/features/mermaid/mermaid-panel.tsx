/** The run as Mermaid renders it. Nothing is loaded or rendered before the panel is opened. */
import { deferred } from '../../ui/deferred.tsx';
import { Disclosure } from '../../ui/disclosure/disclosure.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './mermaid-panel.module.css';

const MermaidView = deferred(async () => (await import('./mermaid-view.tsx')).MermaidView);

export function MermaidPanel({ className }: { readonly className?: string | undefined }) {
  const { exporting } = useText();
  const diagram = usePlayer((player) => player.recording.imported ?? player.lesson);
  return (
    <Disclosure
      title={exporting.mermaidDiagram}
      className={className}
      roomClassName={styles.room}
      name="mermaid"
      onToggle={(panel) => {
        // It's the last in a scrolling column, so it scrolls into view.
        if (panel.open) panel.scrollIntoView({ block: 'nearest' });
      }}
    >
      {/* What Mermaid rejects fails alone: the next diagram is drawn again. */}
      <FaultBoundary key={keyOf(diagram)} name={exporting.mermaidDiagram}>
        <MermaidView />
      </FaultBoundary>
    </Disclosure>
  );
}

const keys = new WeakMap<object, number>();
let lastKey = 0;

/** The same for the same object. */
function keyOf(object: object): number {
  const key = keys.get(object) ?? ++lastKey;
  keys.set(object, key);
  return key;
}
