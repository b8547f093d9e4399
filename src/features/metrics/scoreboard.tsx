/** The score so far: the strategy on the stage, and the other mode at the same position of the same run. */
import { memo } from 'react';
import { scorePairOf } from '../../player/alternative-run.ts';
import { wholeOf } from '../../player/recording.ts';
import { type Mode, modes } from '../../simulation/strategies/strategy-traits.ts';
import { variantOf } from '../../simulation/variant-of.ts';
import { modeOfVariant, variantOfMode } from '../../simulation/variants.ts';
import type { Score } from '../../trace/score.ts';
import { useDeferredStep } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { scoreLines } from './score-rows.ts';
import styles from './scoreboard.module.css';
import { useAlternativeRun } from './use-alternative-run.ts';

export function Scoreboard() {
  const text = useText();
  const { recording, step } = useDeferredStep();
  const { run } = wholeOf(recording);
  const alternativeRun = useAlternativeRun(run);
  if (run === null) return null;
  const shown = modeOfVariant(variantOf(run.scenario));
  const pair = scorePairOf(recording, alternativeRun);
  const scoreOf = (mode: Mode): Score | undefined => (mode === shown ? pair.own(step) : pair.other(step));
  const scores = modes.map((mode) => ({ mode, score: scoreOf(mode) }));
  const rows = scoreLines(text, run.scenario).filter(
    ({ isTelling }) =>
      isTelling === undefined || scores.some(({ score }) => score !== undefined && isTelling(score)),
  );
  return (
    <table className={styles.table} aria-label={text.scoreboard}>
      <thead>
        <tr>
          <td />
          {modes.map((mode) => (
            <th key={mode} scope="col" data-shown={mode === shown}>
              {run.scenario.kind === 'cluster'
                ? text.modes[mode]
                : text.variants[variantOfMode(run.scenario, mode)]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, isBad, isPart }) => {
          const [first, second] = scores.map(({ score }) => ({
            value: score === undefined ? '–' : value(score),
            isBad: score !== undefined && isBad?.(score) === true,
          }));
          return (
            <ScoreRow
              key={label}
              label={label}
              isPart={isPart === true}
              first={first?.value}
              firstIsBad={first?.isBad}
              second={second?.value}
              secondIsBad={second?.isBad}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface ScoreRowProps {
  readonly label: string;
  readonly isPart: boolean;
  readonly first: string | undefined;
  readonly firstIsBad: boolean | undefined;
  readonly second: string | undefined;
  readonly secondIsBad: boolean | undefined;
}

/** Most steps don't change most numbers. */
const ScoreRow = memo(function ScoreRow(props: ScoreRowProps) {
  const { label, isPart, first, firstIsBad, second, secondIsBad } = props;
  return (
    <tr data-part={isPart}>
      <th scope="row">{label}</th>
      <td data-bad={firstIsBad}>{first}</td>
      <td data-bad={secondIsBad}>{second}</td>
    </tr>
  );
});
