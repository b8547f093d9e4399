/** Embedding in another page: the HTML for it, and a preview. */
import { useRef } from 'react';
import { embedCode } from '../../url/share-link.ts';
import { useText } from '../text-context.ts';
import styles from './share.module.css';
import type { ShareLink } from './use-share-link.ts';

interface EmbedPartProps {
  readonly address: ShareLink['embedded']['address'];
  readonly own: ShareLink['embedded']['own'];
  /** The frame's accessible name. */
  readonly title: string;
  copy(words: string, field: HTMLTextAreaElement | null): Promise<void>;
}

export function EmbedPart({ address, own, title, copy }: EmbedPartProps) {
  const { sharing } = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const html = address === null ? '' : embedCode(address, title);
  // A file can't be embedded in another page.
  const isShown = import.meta.env.MODE !== 'one-file' && own?.startsWith('http');
  return (
    <details className={styles.part}>
      <summary>{sharing.embed}</summary>
      <textarea
        ref={field}
        className={styles.code}
        aria-label={sharing.embedCode}
        rows={4}
        readOnly
        value={html}
      />
      <button type="button" onClick={() => copy(html, field.current)}>
        {sharing.copyEmbed}
      </button>
      {isShown && (
        <iframe className={styles.preview} src={own ?? ''} title={sharing.embedPreview} loading="lazy" />
      )}
    </details>
  );
}
