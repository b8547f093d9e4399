/** The table of strategies, for the lesson about all of them. Loaded with that lesson. */
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { type Loader, useLoaded } from '../../ui/use-loaded.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './strategies.module.css';
import type { StrategiesTable } from './strategies-table.tsx';

const table: Loader<typeof StrategiesTable> = async () =>
  (await import('./strategies-table.tsx')).StrategiesTable;

export function StrategiesPanel({ className }: { readonly className?: string | undefined }) {
  const text = useText();
  const isWanted = usePlayer(
    ({ lesson, recording }) =>
      lesson.panel === 'strategies' && recording.run !== null && recording.run.scenario.kind === 'cluster',
  );
  if (!isWanted) return null;
  return (
    <details className={`${styles.panel} ${className ?? ''}`} data-strategies open>
      <summary>{text.strategies}</summary>
      <div className={styles.place}>
        <FaultBoundary name={text.strategies}>
          <LoadedTable />
        </FaultBoundary>
      </div>
    </details>
  );
}

function LoadedTable() {
  const Table = useLoaded(table);
  return Table === null ? null : <Table />;
}
