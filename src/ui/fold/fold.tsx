/** A panel of which only the title is shown until it is opened. What is inside is not drawn before that. */
import { type ReactNode, useState } from 'react';
import { FaultBoundary } from '../panel/panel.tsx';
import styles from './fold.module.css';

interface FoldProps {
  readonly title: string;
  readonly className?: string | undefined;
  /** Of the room that is kept for what is inside; none is kept without it. */
  readonly roomClassName?: string | undefined;
  /** Names the panel in the page, as `data-fold`. */
  readonly name?: string;
  /** Called when the reader opens or closes it. */
  readonly onToggle?: (panel: HTMLDetailsElement) => void;
  readonly children: ReactNode;
}

export function Fold({ title, className, roomClassName, name, onToggle, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const inside = isOpen && <FaultBoundary name={title}>{children}</FaultBoundary>;
  return (
    <section className={className} aria-label={title}>
      <details
        className={styles.panel}
        data-fold={name}
        onToggle={({ currentTarget }) => {
          setIsOpen(currentTarget.open);
          onToggle?.(currentTarget);
        }}
      >
        <summary className={styles.title}>{title}</summary>
        {roomClassName === undefined ? inside : <div className={roomClassName}>{inside}</div>}
      </details>
    </section>
  );
}
