/** The films section of the dialog. Its code is loaded when the section is opened. */
import { useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useText } from '../text-context.ts';
import styles from './export.module.css';

const FilmExport = deferred(async () => (await import('./film-export.tsx')).FilmExport);

export function FilmPart() {
  const { exporting } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={`${styles.part} ${styles.film}`}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{exporting.film}</summary>
      {isOpen && (
        <FaultBoundary name={exporting.film}>
          <FilmExport />
        </FaultBoundary>
      )}
    </details>
  );
}
