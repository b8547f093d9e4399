/**
 * All strategies side by side under the same load and the same faults, each from its own run. The runs are simulated
 * when the page is idle, one row at a time, so they never delay a step.
 */
import { memo, useDeferredValue, useMemo } from 'react';
import { type StrategyFigures, type StrategyPlan, strategyFigures } from '../../player/strategy-figures.ts';
import type { Command } from '../../simulation/cluster.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { strategyIds } from '../../simulation/strategies/strategies.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import type { ViewText } from '../view-text.ts';
import styles from './strategies.module.css';
import type { StrategiesText } from './strategies-text.ts';

export function StrategiesTable() {
  const words = useLoaded(useText().loadStrategiesText);
  const run = usePlayer(({ recording }) => recording.run);
  if (words === null || run?.scenario.kind !== 'cluster') return null;
  return <Table words={words} scenario={run.scenario} commands={run.commands} />;
}

interface TableProps {
  readonly words: StrategiesText;
  readonly scenario: ClusterScenario;
  readonly commands: readonly Command[];
}

function Table({ words, scenario, commands }: TableProps) {
  const text = useText();
  // The table doesn't depend on the strategy on the stage.
  const plain = JSON.stringify({ ...scenario, strategy: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the scenario only what is in `plain` matters.
  const plan = useMemo(() => ({ scenario, commands }), [plain, commands]);
  const wanted = useDeferredValue<StrategyPlan | null>(plan, null);
  return (
    <>
      <p className={styles.introduction}>{words.introduction}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1). */}
      <section className={styles.scroll} tabIndex={0} aria-label={text.strategies}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.strategy}</th>
              <th scope="col">{words.requests}</th>
              <th scope="col">{words.refused}</th>
              <th scope="col">{words.bytes}</th>
              <th scope="col">{words.roundTrips}</th>
              <th scope="col">{words.memory}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {strategyIds.map((id) => (
              <Row key={id} id={id} words={words} plan={wanted} isShown={id === scenario.strategy} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface RowProps {
  readonly id: StrategyId;
  readonly words: StrategiesText;
  /** Null until the page is idle. */
  readonly plan: StrategyPlan | null;
  readonly isShown: boolean;
}

const Row = memo(function Row({ id, words, plan, isShown }: RowProps) {
  const text = useText();
  const dispatch = useDispatch();
  const figures = useMemo(() => (plan === null ? null : strategyFigures(plan, id)), [plan, id]);
  const cells = figures === null ? null : cellsOf(figures, words, text);
  return (
    <tr data-shown={isShown}>
      <th scope="row">
        <button
          type="button"
          aria-label={words.show(text.variants[id])}
          aria-pressed={isShown}
          onClick={() => dispatch({ kind: 'choose-variant', variant: id })}
        >
          {text.variants[id]}
        </button>
      </th>
      <td>{cells?.requests ?? '…'}</td>
      <td data-bad={figures !== null && figures.refused > 0}>{cells?.refused ?? '…'}</td>
      <td>{cells?.bytes ?? '…'}</td>
      <td>{cells?.roundTrips ?? '…'}</td>
      <td>{cells?.memory ?? '…'}</td>
      <td>
        <button
          type="button"
          aria-label={words.compareWith(text.variants[id])}
          disabled={isShown}
          onClick={() => dispatch({ kind: 'compare-with', variant: id })}
        >
          {text.compare}
        </button>
      </td>
    </tr>
  );
});

function cellsOf(figures: StrategyFigures, words: StrategiesText, text: ViewText) {
  return {
    requests: words.perServer(figures.requests),
    refused: text.number(figures.refused),
    bytes: text.number(Math.round(figures.bytesPerRequest)),
    roundTrips: text.number(Math.round(figures.roundTripsPerRequest * 10) / 10),
    memory: text.bytes(figures.serverMemoryBytes),
  };
}
