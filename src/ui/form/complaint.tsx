/** Why an input is refused. */
import type { ReactNode } from 'react';
import styles from './form.module.css';

export function Complaint({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <div id={id} className={styles.complaint} role="alert">
      {children}
    </div>
  );
}
