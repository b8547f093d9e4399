/** Fields of the form that makes a challenge. */
import { useId } from 'react';
import styles from './tools.module.css';

interface CheckListProps<Value extends string> {
  readonly legend: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** The chosen ones stay in the order of all. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { legend, all, chosen, nameOf, onChange } = props;
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      {all.map((each) => (
        <label key={each}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={() => onChange(all.filter((other) => chosen.includes(other) !== (other === each)))}
          />
          {nameOf(each)}
        </label>
      ))}
    </fieldset>
  );
}

interface SelectProps<Value extends string | number | null> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}

export function Select<Value extends string | number | null>(props: SelectProps<Value>) {
  const { label, options, value, onValue } = props;
  const id = useId();
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={String(value)}
        onChange={(event) => {
          const chosen = options.find((each) => String(each.value) === event.target.value);
          if (chosen !== undefined) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={String(option.value)} value={String(option.value)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
