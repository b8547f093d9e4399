/** A switch with a label. */
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

export function Switch({ label, isOn, onToggle }: SwitchProps) {
  return (
    <button type="button" role="switch" className={styles.switch} aria-checked={isOn} onClick={onToggle}>
      {label}
      <span className={styles.track} aria-hidden="true" />
    </button>
  );
}
