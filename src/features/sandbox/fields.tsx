/** Form fields. Input stays as typed, even while it's invalid. */
import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import type { Problem } from '../../simulation/validation/check.ts';
import { limitText } from './limit-messages.ts';
import styles from './sandbox.module.css';
import type { SandboxText } from './sandbox-text.ts';
import { fromUnit, isTime, problemIn, shownIn, type Unit } from './units.ts';

const SandboxTextContext = createContext<SandboxText | null>(null);

export const SandboxTextProvider = SandboxTextContext.Provider;

export function useSandboxText(): SandboxText {
  const text = useContext(SandboxTextContext);
  if (text === null) throw new Error('There is no SandboxTextProvider around this view.');
  return text;
}

interface GroupProps {
  readonly title: string;
  readonly isOpen?: boolean;
  /** Number of fields that differ from their defaults. */
  readonly changed?: number;
  /** Whether the fields exist only once the group was opened: a form with all of them is slow to type in. */
  readonly isLazy?: boolean;
  readonly children: ReactNode;
}

export function FieldGroup({ title, isOpen = false, changed = 0, isLazy = false, children }: GroupProps) {
  const text = useSandboxText();
  const [wasOpened, setWasOpened] = useState(isOpen);
  return (
    <details className={styles.group} open={isOpen} onToggle={() => setWasOpened(true)}>
      <summary>
        {title}
        {changed > 0 && <span className={styles.changed}> · {text.changed(changed)}</span>}
      </summary>
      {(wasOpened || !isLazy) && <div className={styles.fields}>{children}</div>}
    </details>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly unit?: Unit;
  /** In the simulation's unit. */
  readonly value: number;
  readonly onValue: (value: number) => Problem | null;
}

export function NumberField({ label, unit = 'one', value, onValue }: NumberFieldProps) {
  const text = useSandboxText();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = unit === 'one' ? label : `${label} (${text.units[unit]})`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="text"
        // Times can have a unit, and few keyboards for numbers have letters.
        inputMode={isTime(unit) ? 'text' : 'decimal'}
        autoComplete="off"
        value={typed ?? shownIn(value, unit, text.time)}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(onValue(fromUnit(event.target.value, unit)));
        }}
        onBlur={() => {
          if (problem === null) setTyped(null);
        }}
      />
      {problem !== null && (
        <Complaint id={`${id}-problem`}>{limitText(text, problemIn(problem, unit), unit)}</Complaint>
      )}
    </div>
  );
}

export function Complaint({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className={styles.complaint} role="alert">
      {children}
    </p>
  );
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Undefined for a value that isn't on offer. `otherLabel` names it. */
  readonly value: Value | undefined;
  readonly otherLabel?: string;
  /** @returns Why the choice is refused, which is shown; null if it isn't. */
  readonly onValue: (value: Value) => Problem | null;
  /** The label is only for screen readers. */
  readonly isLabelHidden?: boolean;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, options, value, otherLabel, onValue, isLabelHidden = false } = props;
  const id = useId();
  const { check, complaint } = useRefusal();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = options.find((each) => each.value === event.target.value);
          if (chosen !== undefined) check(onValue(chosen.value));
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
      {complaint}
    </div>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  /** @returns Why the change is refused, which is shown; null if it isn't. */
  readonly onToggle: (isOn: boolean) => Problem | null;
}

export function CheckField({ label, isOn, onToggle }: CheckFieldProps) {
  const { check, complaint } = useRefusal();
  return (
    <>
      <label className={styles.check}>
        <input type="checkbox" checked={isOn} onChange={(event) => check(onToggle(event.target.checked))} />
        <span>{label}</span>
      </label>
      {complaint}
    </>
  );
}

/** Of a control that can't hold an invalid value: it stays as it was, and says why. */
function useRefusal() {
  const text = useSandboxText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const complaint = problem !== null && <Complaint>{limitText(text, problem, 'one')}</Complaint>;
  return { check: setProblem, complaint };
}
