/** What a challenge lets one change, and how much of the budget is used. */
import { Undo2 } from 'lucide-react';
import { useId } from 'react';
import {
  budgetProblem,
  type Challenge,
  changeCount,
  type Repair,
  repairedWith,
  withSetting,
} from '../../../lab/repair/challenge.ts';
import { type SettingId, type SettingValue, settingOf } from '../../../lab/repair/settings.ts';
import { Button } from '../../../ui/button/button.tsx';
import { useText } from '../../text-context.ts';
import type { ViewText } from '../../view-text.ts';
import parts from './repair-parts.module.css';
import type { RepairText } from './repair-text.ts';
import styles from './setting-form.module.css';

interface SettingFormProps {
  readonly text: RepairText;
  readonly challenge: Challenge;
  readonly repair: Repair;
  readonly onSet: (id: SettingId, value: SettingValue | undefined) => void;
  readonly onUndoAll: () => void;
}

export function SettingForm({ text, challenge, repair, onSet, onUndoAll }: SettingFormProps) {
  const { changesMax } = challenge.budget;
  const changes = changeCount(repair);
  const problem = budgetProblem(challenge, repair);
  const problemId = problem === null ? null : problem.kind === 'banned' ? problem.ban : problem.kind;
  return (
    <>
      <div className={styles.formHead}>
        <h4>{text.cluster}</h4>
        <p className={parts.secondary} role="status" data-over={problem?.kind === 'too-many-changes'}>
          {text.changesUsed(changes, changesMax)}
        </p>
      </div>
      <div>
        {challenge.settings.map((id) => (
          <SettingRow key={id} text={text} challenge={challenge} repair={repair} id={id} onSet={onSet} />
        ))}
      </div>
      {changes > 1 && <Button onClick={onUndoAll}>{text.undoAll}</Button>}
      {problemId !== null && (
        <p className={parts.complaint} role="alert">
          {text.problems[problemId]}
        </p>
      )}
    </>
  );
}

interface SettingRowProps extends Omit<SettingFormProps, 'onUndoAll'> {
  readonly id: SettingId;
}

function SettingRow({ text, challenge, repair, id, onSet }: SettingRowProps) {
  const view = useText();
  const field = useId();
  const { values, of, when } = settingOf(id);
  const before = of(challenge.scenario);
  const isChanged = repair[id] !== undefined;
  const value = repair[id] ?? before;
  const hasEffect = when?.(repairedWith(challenge, repair)) ?? true;
  const name = text.settings[id];
  // The budget can make a value impossible whatever else is set.
  const isBanned = (each: SettingValue) =>
    budgetProblem(challenge, withSetting(challenge, repair, id, each))?.kind === 'banned' &&
    each !== before &&
    each !== value;
  return (
    <div className={styles.setting} data-changed={isChanged}>
      <div>
        <label htmlFor={field}>{name}</label>
        {(isChanged || !hasEffect) && (
          <small id={`${field}-note`}>
            {isChanged ? text.was(valueText(text, view, id, before)) : text.noEffect}
          </small>
        )}
      </div>
      {isChanged && (
        <button
          type="button"
          className={styles.undo}
          aria-label={text.undo(name)}
          title={text.undo(name)}
          onClick={() => onSet(id, undefined)}
        >
          <Undo2 aria-hidden="true" />
        </button>
      )}
      <select
        id={field}
        value={value === undefined ? '' : String(value)}
        aria-describedby={isChanged || !hasEffect ? `${field}-note` : undefined}
        onChange={(event) => {
          const chosen = values.find((each) => String(each) === event.target.value);
          if (chosen !== undefined || event.target.value === '') onSet(id, chosen);
        }}
      >
        {before === undefined && <option value="">{text.otherValue}</option>}
        {values.map((each) => (
          <option key={String(each)} value={String(each)} disabled={isBanned(each)}>
            {valueText(text, view, id, each)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** As in the form's list of values. */
export function valueText(
  text: RepairText,
  view: ViewText,
  id: SettingId,
  value: SettingValue | undefined,
): string {
  if (value === undefined) return text.otherValue;
  const names: Readonly<Record<string, string>> = { ...view.variants, ...view.balancingPolicies };
  // `cookie` and others can be the value of several settings.
  const known = id === 'strategy' || id === 'balancing' ? names[String(value)] : undefined;
  return known ?? text.settingValue(id, value) ?? String(value);
}
