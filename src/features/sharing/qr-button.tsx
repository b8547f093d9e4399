/** The button beside the caption, while presenting, that shows the QR code. */
import { QrCode as QrSign } from 'lucide-react';
import { useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useText } from '../text-context.ts';
import styles from './share.module.css';

const LargeQr = deferred(async () => (await import('./large-qr.tsx')).LargeQr);

export function QrButton() {
  const { sharing } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.qrButton}
        aria-label={sharing.qrLarge}
        title={sharing.qrLarge}
        onClick={() => setIsOpen(true)}
      >
        <QrSign aria-hidden="true" />
      </button>
      {isOpen && (
        <FaultBoundary name={sharing.qrCode}>
          <LargeQr onClose={() => setIsOpen(false)} />
        </FaultBoundary>
      )}
    </>
  );
}
