/** A section of the dialog whose code is loaded when it's opened. */
import { type ComponentType, useState } from 'react';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import styles from './export.module.css';

interface LazyPartProps {
  readonly name: string;
  readonly Content: ComponentType;
}

export function LazyPart({ name, Content }: LazyPartProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={`${styles.part} ${styles.film}`}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{name}</summary>
      {isOpen && (
        <FaultBoundary name={name}>
          <Content />
        </FaultBoundary>
      )}
    </details>
  );
}
