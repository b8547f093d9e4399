/** Checkboxes: one, or a group of them. */
import type { ReactNode } from 'react';
import type { Option } from './choice-field.tsx';
import { Complaint } from './complaint.tsx';
import styles from './form.module.css';

interface CheckFieldProps {
  readonly label: ReactNode;
  readonly isOn: boolean;
  /** Why the latest change is refused. Null if it isn't. */
  readonly complaint?: ReactNode;
  /** Beside the label. */
  readonly mark?: ReactNode;
  readonly onToggle: (isOn: boolean) => void;
}

export function CheckField({ label, isOn, complaint = null, mark = null, onToggle }: CheckFieldProps) {
  return (
    <>
      <label className={styles.check}>
        <input type="checkbox" checked={isOn} onChange={({ target }) => onToggle(target.checked)} />
        <span>{label}</span>
        {mark}
      </label>
      {complaint !== null && <Complaint>{complaint}</Complaint>}
    </>
  );
}

interface CheckListProps<Value extends string> {
  readonly legend: string;
  /** The legend is only for screen readers. */
  readonly isLegendHidden?: boolean;
  readonly look?: 'column' | 'row';
  readonly options: readonly (Option<Value> & { readonly mark?: ReactNode })[];
  readonly chosen: readonly Value[];
  /** @param chosen In the order of the options. */
  readonly onChange: (chosen: readonly Value[]) => void;
}

export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { legend, isLegendHidden = false, look = 'column', options, chosen, onChange } = props;
  const all = options.map(({ value }) => value);
  const toggle = (value: Value) => onChange(all.filter((each) => chosen.includes(each) !== (each === value)));
  return (
    <fieldset className={styles.checks} data-look={look}>
      <legend className={isLegendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      <div>
        {options.map(({ value, label, mark }) => (
          <CheckField
            key={value}
            label={label}
            isOn={chosen.includes(value)}
            mark={mark}
            onToggle={() => toggle(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
