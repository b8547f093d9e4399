/** A button that shows an icon, and says what it does. */
import type { ReactNode } from 'react';
import styles from './control.module.css';

interface ControlProps {
  readonly label: string;
  /** Stays in its place and in the order of focus, but does nothing. */
  readonly isOff?: boolean;
  readonly isMain?: boolean;
  /** Of a button that turns something on and off: whether it is on. */
  readonly isPressed?: boolean;
  /** Of a button that shows more of its surroundings: whether it does. */
  readonly isOpen?: boolean;
  /** It opens a dialog. */
  readonly opens?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function Control({
  label,
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
    </button>
  );
}
