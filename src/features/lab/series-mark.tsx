/** A short piece of a strategy's line, beside its name. */
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import parts from './lab-parts.module.css';
import { type Mark, seriesStyle } from './series.ts';

const shapes: Readonly<Record<Mark, string>> = {
  circle: 'M9.5 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  square: 'M10 4h8v8h-8Z',
  diamond: 'M14 2.5L19.5 8L14 13.5L8.5 8Z',
  triangle: 'M14 2.8L19.2 12.2H8.8Z',
};

export function SeriesMark({ strategy }: { readonly strategy: StrategyId }) {
  const { colour, dash, mark } = seriesStyle(strategy);
  return (
    <svg className={parts.mark} viewBox="0 0 28 16" width="28" height="16" aria-hidden="true">
      <line x1="1" x2="27" y1="8" y2="8" stroke={colour} strokeWidth="2.6" strokeDasharray={dash} />
      <path d={shapes[mark]} fill={colour} />
    </svg>
  );
}
