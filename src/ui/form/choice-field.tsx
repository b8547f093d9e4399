/** A field that offers a list of values. */
import { type ReactNode, useId } from 'react';
import { Complaint } from './complaint.tsx';
import styles from './form.module.css';

export interface Option<Value> {
  readonly value: Value;
  readonly label: string;
}

export interface ChoiceFieldProps<Value extends string | number | null> {
  readonly label: string;
  /** The label is only for screen readers. */
  readonly isLabelHidden?: boolean;
  readonly look?: 'column' | 'row';
  readonly options: readonly Option<Value>[];
  /** Undefined for a value that isn't on offer. `otherLabel` names it. */
  readonly value: Value | undefined;
  readonly otherLabel?: string | undefined;
  /** Why the latest choice is refused. Null if it isn't. */
  readonly complaint?: ReactNode;
  readonly onValue: (value: Value) => void;
}

export function ChoiceField<Value extends string | number | null>(props: ChoiceFieldProps<Value>) {
  const {
    label,
    isLabelHidden = false,
    look = 'column',
    options,
    value,
    otherLabel,
    complaint = null,
  } = props;
  const id = useId();
  return (
    <div className={styles.field} data-look={look}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className={styles.control}
        value={value === undefined ? '' : String(value)}
        onChange={({ target }) => {
          const chosen = options.find((each) => String(each.value) === target.value);
          if (chosen !== undefined) props.onValue(chosen.value);
        }}
      >
        {value === undefined && (
          <option value="" disabled>
            {otherLabel}
          </option>
        )}
        {options.map((option) => (
          <option key={String(option.value)} value={String(option.value)}>
            {option.label}
          </option>
        ))}
      </select>
      {complaint !== null && <Complaint>{complaint}</Complaint>}
    </div>
  );
}
