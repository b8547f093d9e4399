/** While presenting: the link to this step as a QR code that fills the screen, for everyone in the room. */
import { useEffect, useRef } from 'react';
import { reachOf } from '../../url/share-link.ts';
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
      {address !== null && <Reached address={address} />}
    </dialog>
  );
}

/** The page's address, which a person can also type; and who can't open it. */
function Reached({ address }: { readonly address: string }) {
  const { sharing } = useText();
  const url = new URL(address);
  const reach = reachOf(url);
  return (
    <p className={styles.reached}>
      {reach !== 'everywhere' && <strong>{sharing.onlyThere[reach]}</strong>}{' '}
      <span>{`${url.host}${url.pathname}`.replace(/\/$/, '')}</span>
    </p>
  );
}
