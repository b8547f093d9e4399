/** Text fields. */
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { parseNumber } from '../parse-number.ts';
import { Complaint } from './complaint.tsx';
import styles from './form.module.css';

interface FieldProps {
  readonly label: string;
  /** The label is only for screen readers. */
  readonly isLabelHidden?: boolean;
  /** Why what is typed is refused. Null if it isn't. */
  readonly complaint?: ReactNode;
  /** Also where something else says why. Default: whether there's a complaint. */
  readonly isInvalid?: boolean;
}

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'className'>;

export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden = false,
    complaint = null,
    isInvalid = complaint !== null,
    ...inputProps
  } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className={styles.control}
        type="text"
        autoComplete="off"
        aria-invalid={isInvalid}
        aria-describedby={complaint === null ? undefined : `${id}-problem`}
        {...inputProps}
      />
      {complaint !== null && <Complaint id={`${id}-problem`}>{complaint}</Complaint>}
    </div>
  );
}

interface TypedFieldProps extends FieldProps {
  /** The value, as the field shows it while nothing else is typed. */
  readonly shown: string;
  readonly inputMode?: 'text' | 'decimal';
  readonly placeholder?: string;
  readonly onType: (typed: string) => void;
}

/** For a value of any kind that is written as text. What is typed stays as it is, even while it's invalid. */
export function TypedField({ shown, onType, ...rest }: TypedFieldProps) {
  const { complaint = null, isInvalid = complaint !== null } = rest;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...rest}
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onType(target.value);
      }}
      onBlur={() => {
        if (!isInvalid) setTyped(null);
      }}
    />
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** NaN while no number is typed. */
  readonly value: number;
  /** Where something else says why the number is refused. */
  readonly isInvalid?: boolean;
  readonly onValue: (value: number) => void;
}

export function NumberField({ value, isInvalid = false, onValue, ...rest }: NumberFieldProps) {
  return (
    <TypedField
      {...rest}
      shown={Number.isNaN(value) ? '' : String(value)}
      inputMode="decimal"
      isInvalid={isInvalid || Number.isNaN(value)}
      onType={(typed) => onValue(parseNumber(typed))}
    />
  );
}
