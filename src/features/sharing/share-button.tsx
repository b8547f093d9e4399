/** The button that opens the share dialog. */
import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useText } from '../text-context.ts';

const ShareDialog = deferred(async () => (await import('./share-dialog.tsx')).ShareDialog);

export function ShareButton() {
  const { sharing } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" aria-label={sharing.share} title={sharing.share} onClick={() => setIsOpen(true)}>
        <Share2 />
      </button>
      {isOpen && (
        <FaultBoundary name={sharing.share}>
          <ShareDialog onClose={() => setIsOpen(false)} />
        </FaultBoundary>
      )}
    </>
  );
}
