/** The form's fields. The scenario's check says whether it accepts a value, and the field says why it doesn't. */
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Problem } from '../../simulation/validation/check.ts';
import { CheckField as CheckControl } from '../../ui/form/check-field.tsx';
import { ChoiceField as ChoiceControl, type ChoiceFieldProps } from '../../ui/form/choice-field.tsx';
import { TypedField } from '../../ui/form/text-field.tsx';
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
  const { check, complaint } = useRefusal(unit);
  return (
    <TypedField
      label={withUnit(text, label, unit)}
      shown={shownIn(value, unit, text.time)}
      // Times can have a unit, and few keyboards for numbers have letters.
      inputMode={isTime(unit) ? 'text' : 'decimal'}
      complaint={complaint}
      onType={(typed) => check(onValue(fromUnit(typed, unit)))}
    />
  );
}

export function withUnit({ units }: SandboxText, label: string, unit: Unit): string {
  return unit === 'one' ? label : `${label} (${units[unit]})`;
}

interface CheckedChoiceProps<Value extends string>
  extends Omit<ChoiceFieldProps<Value>, 'complaint' | 'onValue'> {
  readonly onValue: (value: Value) => Problem | null;
}

export function ChoiceField<Value extends string>({ onValue, ...rest }: CheckedChoiceProps<Value>) {
  const { check, complaint } = useRefusal();
  return <ChoiceControl {...rest} complaint={complaint} onValue={(value) => check(onValue(value))} />;
}

interface CheckFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => Problem | null;
}

export function CheckField({ label, isOn, onToggle }: CheckFieldProps) {
  const { check, complaint } = useRefusal();
  return (
    <CheckControl
      label={label}
      isOn={isOn}
      complaint={complaint}
      onToggle={(isNowOn) => check(onToggle(isNowOn))}
    />
  );
}

/** Why the latest input was refused. */
function useRefusal(unit: Unit = 'one') {
  const text = useSandboxText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const complaint = problem === null ? null : limitText(text, problemIn(problem, unit), unit);
  return { check: setProblem, complaint };
}
