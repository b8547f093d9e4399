/** A button with words, and with an icon before them if it has one. */
import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** Whether it does what its part of the page is there for. */
  readonly isMain?: boolean;
}

export function Button({ isMain = false, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      data-main={isMain || undefined}
      {...rest}
      className={`${styles.button} ${className}`}
    />
  );
}
