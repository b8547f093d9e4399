/** An axis in the form: its parameter, and the values from, to and step, or the choices. */
import { useState } from 'react';
import { AXIS_VALUES_MAX, type StudyProblem } from '../../lab/check-study.ts';
import { type ParameterId, parameterIds, parameterOf } from '../../lab/parameters.ts';
import { type Axis, range } from '../../lab/study.ts';
import { ChoiceField } from '../../ui/form/choice-field.tsx';
import { NumberField } from '../../ui/form/text-field.tsx';
import { useText } from '../text-context.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import styles from './study-panel.module.css';
import { parameterValue } from './words.ts';

interface AxisFieldsProps {
  readonly text: LabText;
  readonly label: string;
  readonly axis: Axis | null;
  /** The second axis can be left out. */
  readonly noneLabel?: string;
  readonly problems: readonly StudyProblem[];
  readonly onAxis: (axis: Axis | null) => void;
}

const NONE = 'none';

export function AxisFields({ text, label, axis, noneLabel, problems, onAxis }: AxisFieldsProps) {
  const view = useText();
  const options = parameterIds.map((id) => ({ value: id as string, label: text.parameters[id] }));
  const parameter = axis === null ? null : parameterOf(axis.parameter);
  return (
    <>
      <ChoiceField
        label={label}
        options={noneLabel === undefined ? options : [{ value: NONE, label: noneLabel }, ...options]}
        value={axis?.parameter ?? NONE}
        onValue={(chosen) => {
          const id = parameterIds.find((each) => each === chosen);
          onAxis(id === undefined ? null : { parameter: id, values: sweepOf(id) });
        }}
      />
      {axis !== null && parameter?.kind === 'number' && (
        <RangeFields
          key={axis.parameter}
          text={text}
          axis={axis}
          isInvalid={problems.some((each) => 'parameter' in each && each.parameter === axis.parameter)}
          onAxis={onAxis}
        />
      )}
      {axis !== null && (parameter?.kind === 'choice' || !isRange(axis)) && (
        <p className={parts.secondary}>
          {axis.values.map((value) => parameterValue(text, view, axis.parameter, value)).join(', ')}
        </p>
      )}
    </>
  );
}

/** The values that a parameter is swept over until the reader says otherwise. */
function sweepOf(id: ParameterId): Axis['values'] {
  const parameter = parameterOf(id);
  if (parameter.kind === 'choice') return parameter.values;
  const { from, to, step } = parameter.sweep;
  return range(from, to, step);
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function RangeFields({
  text,
  axis,
  isInvalid,
  onAxis,
}: Pick<AxisFieldsProps, 'text' | 'onAxis'> & { readonly axis: Axis; readonly isInvalid: boolean }) {
  const [typed, setTyped] = useState<Range | null>(null);
  const shown = typed ?? rangeOf(axis);
  const change = (changes: Partial<Range>) => {
    const next = { ...shown, ...changes };
    setTyped(next);
    onAxis({ parameter: axis.parameter, values: valuesOf(next) });
  };
  return (
    <div className={styles.range}>
      <NumberField
        label={text.from}
        isLabelHidden
        isInvalid={isInvalid}
        value={shown.from}
        onValue={(from) => change({ from })}
      />
      <span aria-hidden="true">{text.to}</span>
      <NumberField
        label={text.to}
        isLabelHidden
        isInvalid={isInvalid}
        value={shown.to}
        onValue={(to) => change({ to })}
      />
      <span aria-hidden="true">{text.step}</span>
      <NumberField
        label={text.step}
        isLabelHidden
        isInvalid={isInvalid}
        value={shown.step}
        onValue={(step) => change({ step })}
      />
    </div>
  );
}

/** A study can have any values. The fields for a range don't say which. */
function isRange(axis: Axis): boolean {
  const all = valuesOf(rangeOf(axis));
  return axis.values.length === 0 || axis.values.join() === all.join();
}

function rangeOf({ values }: Axis): Range {
  const [from = 0, second] = values.map(Number);
  return {
    from,
    to: Number(values.at(-1) ?? from),
    step: second === undefined ? 1 : Number((second - from).toFixed(6)),
  };
}

/** Empty where the numbers give no values. At most one more than a study can have, which the check reports. */
function valuesOf({ from, to, step }: Range): number[] {
  if (!(step > 0 && to >= from)) return [];
  const end = Math.min(to, from + step * AXIS_VALUES_MAX);
  return range(from, end, step);
}
