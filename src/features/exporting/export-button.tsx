/** The button that opens the export dialog. */
import { Download } from 'lucide-react';
import { useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useText } from '../text-context.ts';
import { WithPhrasebook } from '../with-phrasebook.tsx';

const ExportDialog = deferred(async () => (await import('./export-dialog.tsx')).ExportDialog);

export function ExportButton() {
  const { exporting } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={exporting.export}
        title={exporting.export}
        onClick={() => setIsOpen(true)}
      >
        <Download />
      </button>
      {isOpen && (
        <FaultBoundary name={exporting.export}>
          <WithPhrasebook name={exporting.export}>
            <ExportDialog onClose={() => setIsOpen(false)} />
          </WithPhrasebook>
        </FaultBoundary>
      )}
    </>
  );
}
