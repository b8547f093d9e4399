/** The study: what is swept, its lines, what is measured, and everything else. */
import { useState } from 'react';
import type { StudyProblem } from '../../lab/check-study.ts';
import { type MeasureId, measureIds } from '../../lab/measures.ts';
import { type ParameterId, type ParameterValue, parameterIds, parameterOf } from '../../lab/parameters.ts';
import { scriptIds } from '../../lab/scripts.ts';
import type { Study } from '../../lab/study.ts';
import { modeOf, type StrategyId, strategyIds } from '../../simulation/strategies/strategies.ts';
import { modes } from '../../simulation/strategies/strategy-traits.ts';
import { CheckList } from '../../ui/form/check-field.tsx';
import { ChoiceField } from '../../ui/form/choice-field.tsx';
import { NumberField } from '../../ui/form/text-field.tsx';
import { useText } from '../text-context.ts';
import { AxisFields } from './axis-fields.tsx';
import type { LabText } from './lab-text.ts';
import { SeriesMark } from './series-mark.tsx';
import styles from './study-panel.module.css';
import { parameterValue } from './words.ts';

interface StudyFormProps {
  readonly text: LabText;
  readonly study: Study;
  readonly measure: MeasureId;
  /** Said above the form. */
  readonly problems: readonly StudyProblem[];
  readonly onChange: (changes: Partial<Study>) => void;
}

export function StudyForm({ text, study, measure, problems, onChange }: StudyFormProps) {
  const [first = null, second = null] = study.axes;
  return (
    <>
      <AxisFields
        text={text}
        label={text.across}
        problems={problems}
        axis={first}
        onAxis={(axis) => axis !== null && onChange({ axes: second === null ? [axis] : [axis, second] })}
      />
      <AxisFields
        text={text}
        label={text.secondAxis}
        problems={problems}
        noneLabel={text.noSecondAxis}
        axis={second}
        onAxis={(axis) => first !== null && onChange({ axes: axis === null ? [first] : [first, axis] })}
      />
      <Lines text={text} study={study} onChange={onChange} />
      <ChoiceField
        label={text.measure}
        options={measureIds.map((id) => ({ value: id, label: text.measures[id] }))}
        value={measure}
        onValue={(chosen) => onChange({ measure: chosen })}
      />
      <div className={styles.pair}>
        <NumberField
          label={text.runsPerPoint}
          value={study.runsPerPoint}
          isInvalid={problems.some(({ kind }) => kind === 'bad-runs')}
          onValue={(runsPerPoint) => onChange({ runsPerPoint })}
        />
        <NumberField
          label={text.seed}
          value={study.seed}
          isInvalid={problems.some(({ kind }) => kind === 'bad-seed')}
          onValue={(seed) => onChange({ seed })}
        />
      </div>
      <Fixed text={text} study={study} problems={problems} onChange={onChange} />
    </>
  );
}

/** Everything that isn't swept. */
function Fixed({ text, study, problems, onChange }: Omit<StudyFormProps, 'measure'>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.fixed} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{text.fixed}</summary>
      {isOpen && (
        <>
          <ChoiceField
            label={text.script}
            options={scriptIds.map((id) => ({ value: id, label: text.scripts[id] }))}
            value={study.script}
            onValue={(script) => onChange({ script })}
          />
          {parameterIds
            .filter((id) => !study.axes.some(({ parameter }) => parameter === id))
            .map((id) => (
              <Setting
                key={id}
                text={text}
                id={id}
                value={study.settings[id] ?? parameterOf(id).default}
                isInvalid={problems.some((each) => 'parameter' in each && each.parameter === id)}
                onValue={(value) => onChange({ settings: { ...study.settings, [id]: value } })}
              />
            ))}
        </>
      )}
    </details>
  );
}

function Lines({ text, study, onChange }: Pick<StudyFormProps, 'text' | 'study' | 'onChange'>) {
  const view = useText();
  const names = { stateful: text.statefulLines, stateless: text.statelessLines };
  return modes.map((mode) => {
    const isOfMode = (id: StrategyId) => modeOf(id) === mode;
    const change = (chosen: readonly StrategyId[]) =>
      // In their usual order, so that the same lines are the same study.
      onChange({
        strategies: strategyIds.filter((id) => (isOfMode(id) ? chosen : study.strategies).includes(id)),
      });
    return (
      <CheckList
        key={mode}
        legend={names[mode]}
        options={strategyIds.filter(isOfMode).map((id) => ({
          value: id,
          label: view.variants[id],
          mark: <SeriesMark strategy={id} />,
        }))}
        chosen={study.strategies}
        onChange={change}
      />
    );
  });
}

interface SettingProps {
  readonly text: LabText;
  readonly id: ParameterId;
  readonly value: ParameterValue;
  readonly isInvalid: boolean;
  readonly onValue: (value: ParameterValue) => void;
}

function Setting({ text, id, value, isInvalid, onValue }: SettingProps) {
  const view = useText();
  const parameter = parameterOf(id);
  if (parameter.kind === 'number') {
    return (
      <NumberField
        label={text.parameters[id]}
        value={Number(value)}
        isInvalid={isInvalid}
        onValue={onValue}
      />
    );
  }
  return (
    <ChoiceField
      label={text.parameters[id]}
      options={parameter.values.map((each) => ({ value: each, label: parameterValue(text, view, id, each) }))}
      value={String(value)}
      onValue={onValue}
    />
  );
}
