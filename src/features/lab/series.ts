/**
 * How a strategy's line looks. Hue says where the state lives; dash and mark tell strategies of one hue apart, so that a
 * plot also reads in grey. The colours are tokens in `lab-page.module.css`, by the strategies' order.
 */
import { type StrategyId, strategyIds } from '../../simulation/strategies/strategies.ts';

export type Mark = 'circle' | 'square' | 'diamond' | 'triangle';

export interface SeriesStyle {
  /** A CSS value. */
  readonly colour: string;
  /** A value of `stroke-dasharray`. */
  readonly dash: string;
  readonly mark: Mark;
}

const marks: readonly Mark[] = ['circle', 'square', 'diamond', 'triangle', 'circle', 'square', 'diamond'];
const dashes = ['none', 'none', 'none', '7 4', 'none', '7 4', '2 4'] as const;

export function seriesStyle(strategy: StrategyId): SeriesStyle {
  const index = strategyIds.indexOf(strategy);
  return {
    colour: `var(--series-${index + 1})`,
    dash: dashes[index % dashes.length] ?? 'none',
    mark: marks[index % marks.length] ?? 'circle',
  };
}
