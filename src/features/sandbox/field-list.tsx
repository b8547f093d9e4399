/** Renders fields that are described as data. */
import { type ReactNode, useState } from 'react';
import { valueAt, withValueAt } from '../../simulation/member-at.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { TypedField } from '../../ui/form/text-field.tsx';
import {
  type ChoiceWords,
  clusterDefaults,
  type FieldPath,
  type RareFieldGroup,
  rareClusterFields,
} from './cluster-fields.ts';
import { countChanged, type FieldSpec, isShown } from './field-specs.ts';
import { CheckField, ChoiceField, FieldGroup, NumberField, useSandboxText, withUnit } from './fields.tsx';
import { limitText } from './limit-messages.ts';
import { fromUnit, problemIn, shownIn } from './units.ts';

interface FieldListProps<Scope> {
  readonly fields: readonly (FieldSpec<Scope> & { readonly path: FieldPath })[];
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => Problem | null;
}

interface RareFieldsProps<Scope> extends FieldListProps<Scope> {
  readonly title: string;
  readonly defaults: unknown;
  readonly children?: ReactNode;
}

/** Fields that few runs need, behind a disclosure, with a count of those that differ from the defaults. Nothing if none of them means anything here. */
export function RareFields<Scope>({ title, defaults, children, ...list }: RareFieldsProps<Scope>) {
  const { fields, scope } = list;
  if (!fields.some((field) => isShown(field, scope))) return null;
  return (
    <FieldGroup title={title} changed={countChanged(fields, scope, defaults)} isLazy>
      {children}
      <FieldList {...list} />
    </FieldGroup>
  );
}

interface ScenarioRareFieldsProps {
  readonly group: RareFieldGroup;
  readonly scenario: ClusterScenario;
  readonly onScope: (scenario: ClusterScenario) => Problem | null;
}

export function ScenarioRareFields({ group, scenario, onScope }: ScenarioRareFieldsProps) {
  const text = useSandboxText();
  return (
    <RareFields
      title={text.rareFields[group]}
      fields={rareClusterFields[group]}
      scope={scenario}
      defaults={clusterDefaults}
      onScope={onScope}
    />
  );
}

export function FieldList<Scope>({ fields, scope, onScope }: FieldListProps<Scope>) {
  return fields
    .filter((field) => isShown(field, scope))
    .map((field) => <SpecField key={field.path} field={field} scope={scope} onScope={onScope} />);
}

interface SpecFieldProps<Scope> {
  readonly field: FieldSpec<Scope> & { readonly path: FieldPath };
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => Problem | null;
}

function SpecField<Scope>({ field, scope, onScope }: SpecFieldProps<Scope>) {
  const text = useSandboxText();
  const label = text.fields[field.path];
  const value = valueAt(scope, field.path);
  const put = (next: unknown) => onScope(withValueAt(scope, field.path, next));
  switch (field.kind) {
    case 'number':
      return (
        <NumberField
          label={label}
          unit={field.unit}
          value={Number(value)}
          onValue={(next) => aboveProblem(field.atMost, scope, next) ?? put(next)}
        />
      );
    case 'flag':
      return <CheckField label={label} isOn={value === true} onToggle={put} />;
    case 'choice':
    case 'tagged':
      return <Choice field={field} label={label} value={value} onChoice={put} />;
    case 'optional':
      return (
        <>
          <CheckField
            label={text.none(label)}
            isOn={value === null}
            onToggle={(isNone) => put(isNone ? null : field.initial)}
          />
          {value !== null && (
            <NumberField label={label} unit={field.unit} value={Number(value)} onValue={put} />
          )}
        </>
      );
    case 'list':
      return <ListField label={label} unit={field.unit} value={value} onValue={put} />;
    default:
      throw new Error(`Unknown field ${field satisfies never}`);
  }
}

/** The lower of two bounds can't exceed the upper one. */
function aboveProblem(atMost: string | undefined, scope: unknown, value: number): Problem | null {
  const max = atMost === undefined ? Number.POSITIVE_INFINITY : Number(valueAt(scope, atMost));
  return value > max ? { field: '', allowed: { kind: 'whole-number', min: 0, max } } : null;
}

interface ChoiceProps {
  readonly field: Extract<FieldSpec<never>, { readonly kind: 'choice' | 'tagged' }>;
  readonly label: string;
  readonly value: unknown;
  readonly onChoice: (value: unknown) => Problem | null;
}

function Choice({ field, label, value, onChoice }: ChoiceProps) {
  const text = useSandboxText();
  // The compiler can't follow which words belong to the path of this field.
  const words: Readonly<Record<string, string>> = text.choices[field.path as keyof ChoiceWords];
  const options = (names: readonly string[]) =>
    names.map((name) => ({ value: name, label: words[name] ?? name }));
  if (field.kind === 'choice') {
    return (
      <ChoiceField
        label={label}
        options={options(field.values.map(String))}
        value={String(value)}
        onValue={(name) => onChoice(field.values.find((each) => String(each) === name))}
      />
    );
  }
  return (
    <ChoiceField
      label={label}
      options={options(Object.keys(field.values))}
      value={String(valueAt(value, 'kind'))}
      onValue={(kind) => onChoice({ kind, ...field.values[kind] })}
    />
  );
}

/** A comma separates, so a fraction needs a point. Thousands can have one where the other commas have a space behind them. */
function partsOf(written: string): readonly string[] {
  if (written.trim() === '') return [];
  if (/,\s/.test(written)) return written.split(/,(?!\d{3}(?!\d))/);
  // "1,000" could be one number or two. What begins with a 0 is no number of its own.
  return written.split(',').map((each) => (/^0\d/.test(each) ? '' : each));
}

interface ListFieldProps {
  readonly label: string;
  readonly unit: Extract<FieldSpec<never>, { readonly kind: 'list' }>['unit'];
  readonly value: unknown;
  readonly onValue: (value: readonly number[]) => Problem | null;
}

function ListField({ label, unit, value, onValue }: ListFieldProps) {
  const text = useSandboxText();
  const [complaint, setComplaint] = useState<string | null>(null);
  const numbers = Array.isArray(value) ? value.map(Number) : [];
  const take = (written: string) => {
    const next = partsOf(written).map((each) => fromUnit(each, unit));
    const problem = onValue(next);
    const isRange = problem?.allowed.kind === 'whole-number' && next.every(Number.isFinite);
    if (problem === null) setComplaint(null);
    else setComplaint(isRange ? limitText(text, problemIn(problem, unit), unit) : text.wrongList);
  };
  return (
    <TypedField
      label={withUnit(text, label, unit)}
      shown={numbers.map((each) => shownIn(each, unit, text.time)).join(', ')}
      placeholder={text.listHint}
      complaint={complaint}
      onType={take}
    />
  );
}
