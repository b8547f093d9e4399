/** All ways in which a run gets to other people: link, QR code, another page, an app, a file. */
import { useRef, useState } from 'react';
import { download } from '../../share/download.ts';
import { RUN_FILE_NAME, writeRunFile } from '../../share/run-file.ts';
import { embedCode } from '../../share/share-link.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { usePlayer } from '../player-context.ts';
import { RadioGroup } from '../radio-group.tsx';
import { useText } from '../text-context.ts';
import { QrCode } from './qr-code.tsx';
import styles from './share.module.css';
import { useShareLink } from './use-share-link.ts';

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { sharing, lessonTitle } = useText();
  const title = lessonTitle(usePlayer((player) => player.lesson.id));
  const { reach, base, setBase, target, setTarget, link, address } = useShareLink();
  const [said, setSaid] = useState('');
  const linkField = useRef<HTMLInputElement>(null);
  const embedField = useRef<HTMLTextAreaElement>(null);
  if (link === null) {
    return (
      <Dialog title={sharing.share} isOpen onClose={onClose}>
        <p>{sharing.noLink}</p>
      </Dialog>
    );
  }
  const copy = async (field: HTMLInputElement | HTMLTextAreaElement | null) => {
    if (field === null) return;
    try {
      await navigator.clipboard.writeText(field.value);
      setSaid(sharing.copied);
    } catch {
      field.select();
      setSaid(sharing.copyRefused);
    }
  };
  const html = address === null ? '' : embedCode(address, `Statescope: ${title}`);
  const warning = sharing.reach(reach);
  return (
    <Dialog title={sharing.share} isOpen onClose={onClose}>
      <RadioGroup
        label={sharing.where}
        look="pills"
        options={[
          { value: 'step', label: sharing.toThisStep },
          { value: 'start', label: sharing.toTheStart },
        ]}
        value={target}
        onChange={setTarget}
      />
      {warning !== null && (
        <label className={styles.base}>
          <span>{warning}</span>
          <input
            type="url"
            aria-label={sharing.baseAddress}
            placeholder="https://"
            value={base}
            onChange={(event) => setBase(event.target.value)}
          />
        </label>
      )}
      {address === null ? (
        <p role="alert">{sharing.badBaseAddress}</p>
      ) : (
        <>
          <div className={styles.row}>
            <input
              ref={linkField}
              className={styles.code}
              aria-label={sharing.link}
              readOnly
              value={address}
            />
            <button type="button" onClick={() => copy(linkField.current)}>
              {sharing.copyLink}
            </button>
          </div>
          <details className={styles.part}>
            <summary>{sharing.qrCode}</summary>
            <QrCode text={address} label={sharing.qrCode} tooLong={sharing.qrTooLong} />
          </details>
          <details className={styles.part}>
            <summary>{sharing.embed}</summary>
            <textarea
              ref={embedField}
              className={styles.code}
              aria-label={sharing.embedCode}
              rows={4}
              readOnly
              value={html}
            />
            <button type="button" onClick={() => copy(embedField.current)}>
              {sharing.copyEmbed}
            </button>
          </details>
        </>
      )}
      <div className={styles.row}>
        {address !== null && 'share' in navigator && (
          <button
            type="button"
            // Whoever closes the sheet of the system has changed their mind: there is nothing to say.
            onClick={() => navigator.share({ title, url: address }).catch(() => {})}
          >
            {sharing.shareSheet}
          </button>
        )}
        <button
          type="button"
          onClick={() =>
            download(new Blob([writeRunFile(link)], { type: 'application/json' }), RUN_FILE_NAME)
          }
        >
          {sharing.saveRunFile}
        </button>
        <p role="status">{said}</p>
      </div>
    </Dialog>
  );
}
