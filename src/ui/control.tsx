/** An icon button with an accessible name, and a caption where the icon alone doesn't say enough. */
import type { ReactNode } from 'react';
import styles from './control.module.css';

interface ControlProps {
  readonly label: string;
  /** A word below the icon, shown where there's room. */
  readonly caption?: string;
  /** Stays in place and focusable, but does nothing. */
  readonly isOff?: boolean;
  readonly isMain?: boolean;
  /** For a toggle button: whether it's on. */
  readonly isPressed?: boolean;
  /** For a disclosure button: whether it's expanded. */
  readonly isOpen?: boolean;
  /** Whether it opens a dialog. */
  readonly opens?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function Control({
  label,
  caption,
  isOff = false,
  isMain = false,
  isPressed,
  isOpen,
  opens = false,
  onPress,
  children,
}: ControlProps) {
  return (
    <button
      type="button"
      className={styles.control}
      data-control
      data-main={isMain}
      aria-label={label}
      aria-disabled={isOff}
      aria-haspopup={opens ? 'dialog' : undefined}
      aria-pressed={isPressed}
      aria-expanded={isOpen}
      title={label}
      onClick={() => {
        if (!isOff) onPress();
      }}
    >
      {children}
      {caption !== undefined && (
        <span className={styles.caption} aria-hidden="true">
          {caption}
        </span>
      )}
    </button>
  );
}
