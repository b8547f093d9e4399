/** Three buttons in one frame: back, the place in a series, and on. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './way.module.css';

interface End {
  readonly label: string;
  /** Null at this end of the series. */
  readonly onGo: (() => void) | null;
}

interface WayProps {
  readonly previous: End;
  readonly next: End;
  /** The button between them, which shows the whole series. */
  readonly all: ButtonHTMLAttributes<HTMLButtonElement>;
  /** The place in the series. */
  readonly children: ReactNode;
}

export function Way({ previous, next, all, children }: WayProps) {
  return (
    <div className={styles.way} data-way>
      <EndButton {...previous}>
        <ChevronLeft aria-hidden="true" />
      </EndButton>
      <button type="button" {...all} className={styles.all}>
        {children}
      </button>
      <EndButton {...next}>
        <ChevronRight aria-hidden="true" />
      </EndButton>
    </div>
  );
}

function EndButton({ label, onGo, children }: End & { readonly children: ReactNode }) {
  return (
    <button type="button" aria-label={label} title={label} disabled={onGo === null} onClick={() => onGo?.()}>
      {children}
    </button>
  );
}
