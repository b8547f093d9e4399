/** Native radio buttons, styled as one control. The platform provides keys, roles and names. */
import { useId } from 'react';
import styles from './radio-group.module.css';

interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Separated from the option before it. */
  readonly beginsGroup?: boolean;
}

interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly look: 'segments' | 'pills';
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, isLabelShown = false, look, options, value, onChange } = props;
  const name = useId();
  return (
    <div className={styles.group} data-look={look} role="radiogroup" aria-labelledby={name}>
      <span id={name} className={isLabelShown ? styles.caption : 'visually-hidden'}>
        {label}
      </span>
      <div className={styles.options}>
        {options.map((option) => (
          <label
            key={option.value}
            className={styles.option}
            data-begins-group={option.beginsGroup === true}
            data-checked={option.value === value}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
