/** All ways to share a run: link, QR code, embedding, an app, a file. */
import { useRef } from 'react';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { download } from '../../ui/download.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import { RUN_FILE_NAME, writeRunFile } from '../../url/run-file.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { EmbedPart } from './embed-part.tsx';
import { QrCode } from './qr-code.tsx';
import styles from './share.module.css';
import { type ShareLink, useShareLink } from './use-share-link.ts';

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { sharing, lessonTitle, language } = useText();
  const title = lessonTitle(usePlayer((player) => player.lesson.id));
  const share = useShareLink(language);
  const { said, say, copy } = useCopy(sharing);
  const linkField = useRef<HTMLInputElement>(null);
  const { link, address, embedded, target, setTarget } = share;
  if (link === null) {
    return (
      <Dialog title={sharing.share} isOpen onClose={onClose}>
        <p>{sharing.noLink}</p>
      </Dialog>
    );
  }
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
      <BaseAddress {...share} />
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
            <button type="button" onClick={() => copy(address, linkField.current)}>
              {sharing.copyLink}
            </button>
          </div>
          <details className={styles.part}>
            <summary>{sharing.qrCode}</summary>
            <QrCode text={address} label={sharing.qrCode} tooLong={sharing.qrTooLong} />
          </details>
          <EmbedPart {...embedded} title={`Statescope: ${title}`} copy={copy} />
        </>
      )}
      <div className={styles.row}>
        {address !== null && 'share' in navigator && (
          <button
            type="button"
            onClick={() =>
              navigator
                .share({ title, url: address })
                .catch((refusal: unknown) => say(isClosed(refusal) ? '' : sharing.shareRefused))
            }
          >
            {sharing.shareSheet}
          </button>
        )}
        <button
          type="button"
          onClick={() =>
            download(
              new Blob([writeRunFile(share.fileLink() ?? link)], { type: 'application/json' }),
              RUN_FILE_NAME,
            )
          }
        >
          {sharing.saveRunFile}
        </button>
        {import.meta.env.MODE === 'production' && (
          <a href="./statescope.html" download>
            {sharing.oneFile}
          </a>
        )}
        <p role="status">{said}</p>
      </div>
    </Dialog>
  );
}

/** Dismissing the system's share sheet isn't an error. */
function isClosed(refusal: unknown): boolean {
  return refusal instanceof DOMException && refusal.name === 'AbortError';
}

/** If the page isn't reachable for everyone: says so, and asks for an address that is. */
function BaseAddress({ reach, base, setBase }: ShareLink) {
  const { sharing } = useText();
  const warning = reach === 'everywhere' ? null : sharing.reaches[reach];
  if (warning === null) return null;
  return (
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
  );
}
