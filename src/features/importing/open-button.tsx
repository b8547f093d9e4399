/** The button that opens the import dialog. A drop anywhere on the page opens it, too. */
import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useText } from '../text-context.ts';
import { WithPhrasebook } from '../with-phrasebook.tsx';
import { dialogDraft, keepDialogDraft, takeUnread } from './dialog-draft.ts';
import styles from './open.module.css';
import { useDrop } from './use-drop.ts';

const OpenDialog = deferred(async () => (await import('./open-dialog.tsx')).OpenDialog);

interface OpenButtonProps {
  /** Opens the link in a run file. */
  readonly onLink: (link: string) => void;
}

export function OpenButton({ onLink }: OpenButtonProps) {
  const { opening } = useText();
  /** The dialog's initial content; null while it's closed. */
  const [given, setGiven] = useState<File | string | null>(null);
  const isDragging = useDrop(setGiven);
  useEffect(() => setGiven(takeUnread()), []);
  return (
    <>
      <button type="button" aria-label={opening.open} title={opening.open} onClick={() => setGiven('')}>
        <FolderOpen />
      </button>
      {isDragging && (
        <p className={styles.target} aria-hidden="true">
          {opening.dropHere}
        </p>
      )}
      {given !== null && (
        <FaultBoundary name={opening.open}>
          <WithPhrasebook name={opening.open}>
            <OpenDialog
              given={given}
              draft={dialogDraft()}
              onDraft={keepDialogDraft}
              onLink={onLink}
              onClose={() => setGiven(null)}
            />
          </WithPhrasebook>
        </FaultBoundary>
      )}
    </>
  );
}
