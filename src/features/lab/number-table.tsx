/** The numbers of the plot as a table, for readers who don't see it. */
import { memo } from 'react';
import type { ParameterValue } from '../../lab/parameters.ts';
import type { Summary } from '../../lab/results.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { useText } from '../text-context.ts';
import type { Cursor } from './cursor.ts';
import type { LabText } from './lab-text.ts';
import styles from './numbers.module.css';
import type { PlotData } from './plot-data.ts';
import { SeriesMark } from './series-mark.tsx';
import { measureValue, parameterValue } from './words.ts';

interface NumberTableProps {
  readonly text: LabText;
  readonly data: PlotData;
  readonly cursor: Cursor;
}

export const NumberTable = memo(function NumberTable({ text, data, cursor }: NumberTableProps) {
  const view = useText();
  const [first, second] = data.study.axes;
  if (first === undefined) return null;
  const rows = second?.values ?? [null];
  const isWide = first.values.length > 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys.
    <section className={styles.scroll} tabIndex={0} aria-label={text.sameNumbers}>
      <table className={styles.table} data-wide={isWide}>
        <caption className="visually-hidden">{text.measures[data.measure]}</caption>
        <thead>
          <tr>
            <th scope="col">{text.parameters[first.parameter]}</th>
            {second !== undefined && <th scope="col">{text.parameters[second.parameter]}</th>}
            {first.values.map((each) => (
              <th key={each} scope="col" className={styles.number}>
                {parameterValue(text, view, first.parameter, each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.series.flatMap(({ strategy, points }) =>
            rows.map((rowValue, row) => {
              const own = points.filter((each) => each.row === row);
              return (
                <Row
                  key={`${strategy} ${rowValue}`}
                  text={text}
                  data={data}
                  strategy={strategy}
                  rowValue={rowValue}
                  row={row}
                  // Moving the cursor renders the row that it's in and the one that it has left.
                  cursor={own.some(({ point }) => point.index === cursor) ? cursor : null}
                />
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
});

interface RowProps extends NumberTableProps {
  readonly strategy: StrategyId;
  readonly row: number;
  /** Null without a second axis. */
  readonly rowValue: ParameterValue | null;
}

const Row = memo(function Row({ text, data, strategy, row, rowValue, cursor }: RowProps) {
  const view = useText();
  const [first, second] = data.study.axes;
  const series = data.series.find((each) => each.strategy === strategy);
  const points = new Map(
    series?.points.flatMap((each) => (each.row === row ? [[each.column, each] as const] : [])),
  );
  const hasBand = second === undefined && data.runs > 1;
  return (
    <tr>
      <th scope="row">
        <span className={styles.seriesName}>
          <SeriesMark strategy={strategy} />
          {view.variants[strategy]}
        </span>
      </th>
      {second !== undefined && (
        <td className={styles.number}>{parameterValue(text, view, second.parameter, rowValue ?? 0)}</td>
      )}
      {first?.values.map((each, column) => {
        const at = points.get(column);
        return (
          <td key={each} className={styles.number} data-here={at !== undefined && at.point.index === cursor}>
            {at !== undefined && (
              <>
                <strong>{measureValue(text, data.measure, at.summary.median)}</strong>
                {hasBand && <Band text={text} summary={at.summary} />}
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
});

/** Without the unit, which the median has. Nothing where all runs have about the same number. */
function Band({ text, summary }: { readonly text: LabText; readonly summary: Summary }) {
  const [low, high] = [text.value(summary.low, 'count'), text.value(summary.high, 'count')];
  return low === high ? null : <span>{text.between(low, high)}</span>;
}
