/** Which rows are grey while the reader looks at one participant. */
import type { SequenceDiagram } from './model.ts';
import type { RowTime } from './walk-stops.ts';

/** Whether a row is grey. The present one never is, because it's what the reader steps through. */
export function isDimmed({ focus }: Pick<SequenceDiagram, 'focus'>, row: number, time: RowTime): boolean {
  return time !== 'present' && focus?.dimmed.has(row) === true;
}
