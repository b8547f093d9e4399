/** The number of a step while it's typed. */
import { useText } from '../text-context.ts';
import styles from './help-dialog.module.css';
import { useTypedNumber } from './typed-number.ts';

export function TypedNumber() {
  const { opening } = useText();
  const digits = useTypedNumber();
  return digits === '' ? null : (
    <p className={styles.typed} role="status">
      {opening.goingTo(digits)}
    </p>
  );
}
