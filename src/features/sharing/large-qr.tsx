/** While presenting: the link to this step as a QR code that fills the screen, for everyone in the room. */
import { useEffect, useRef } from 'react';
import { useText } from '../text-context.ts';
import { QrCode } from './qr-code.tsx';
import styles from './share.module.css';
import { useShareLink } from './use-share-link.ts';

export function LargeQr({ onClose }: { readonly onClose: () => void }) {
  const { sharing, close, language } = useText();
  const { address } = useShareLink(language);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className={styles.large} ref={dialog} aria-label={sharing.qrCode} onClose={onClose}>
      <button
        type="button"
        className={styles.whole}
        aria-label={close}
        onClick={() => dialog.current?.close()}
      >
        {address === null ? (
          sharing.noLink
        ) : (
          <QrCode text={address} label={sharing.qrCode} tooLong={sharing.qrTooLong} />
        )}
      </button>
    </dialog>
  );
}
