/** The section of the dialog with the cluster's files. Its code is loaded when the section is opened. */
import { useState } from 'react';
import { deferred } from '../../../ui/deferred.tsx';
import { FaultBoundary } from '../../../ui/panel/panel.tsx';
import { useText } from '../../text-context.ts';
import styles from '../export.module.css';

const ClusterExport = deferred(async () => (await import('./cluster-export.tsx')).ClusterExport);

export function ClusterPart() {
  const { exporting } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={`${styles.part} ${styles.film}`}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{exporting.cluster}</summary>
      {isOpen && (
        <FaultBoundary name={exporting.cluster}>
          <ClusterExport />
        </FaultBoundary>
      )}
    </details>
  );
}
