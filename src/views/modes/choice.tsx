/** One of several, in little room: the platform's own select, with its name before it. */
import styles from './modes.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Undefined for something that is not on offer here. */
  readonly value: Value | undefined;
  /** What that is called. */
  readonly otherLabel: string;
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, otherLabel, onChange } = props;
  return (
    <div className={styles.choice}>
      <span aria-hidden="true">{label}</span>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = options.find((each) => each.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {value === undefined && (
          <option value="" disabled>
            {otherLabel}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
