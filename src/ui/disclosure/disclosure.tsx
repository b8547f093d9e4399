/** A panel that is collapsed to its title. Its content renders only when it's open. */
import { type ReactNode, useState } from 'react';
import { FaultBoundary } from '../panel/panel.tsx';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly title: string;
  readonly className?: string | undefined;
  /** Class of the space reserved for the content. Default: no reserved space. */
  readonly roomClassName?: string | undefined;
  /** The panel's `data-disclosure` attribute. */
  readonly name?: string;
  /** Called when the reader opens or closes it. */
  readonly onToggle?: (panel: HTMLDetailsElement) => void;
  readonly children: ReactNode;
}

export function Disclosure({ title, className, roomClassName, name, onToggle, children }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(false);
  const inside = isOpen && <FaultBoundary name={title}>{children}</FaultBoundary>;
  return (
    <section className={className} aria-label={title}>
      <details
        className={styles.panel}
        data-disclosure={name}
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
