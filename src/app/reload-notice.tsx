/** Says why the page should be reloaded. It reloads only when the reader asks for it. */
import { X } from 'lucide-react';
import { useStageText } from '../features/text-context.ts';
import styles from '../ui/notice.module.css';
import type { PageReload } from './use-page-reload.ts';

export function ReloadNotice({ reason, load, dismiss }: PageReload) {
  const text = useStageText();
  return (
    <div className={styles.notice} data-calm role="alert">
      <p>{text.whyReload[reason]}</p>
      <div className={styles.actions}>
        <button type="button" className={styles.action} onClick={load}>
          {text.reload}
        </button>
        <button type="button" aria-label={text.dismiss} title={text.dismiss} onClick={dismiss}>
          <X />
        </button>
      </div>
    </div>
  );
}
