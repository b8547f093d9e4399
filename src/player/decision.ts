/** What a digit chooses at the present stop of an imported diagram. */
import { choicesAround, optionsOf } from '../sequence/walk-choices.ts';
import { stopAt } from '../sequence/walk-stops.ts';
import type { PlayerState } from './state.ts';

export interface Decision {
  readonly block: number;
  /** How many ways there are. */
  readonly options: number;
}

/** The innermost frame with alternatives that begins at the present stop. */
export function decisionAt({ recording, step }: PlayerState): Decision | null {
  const { imported } = recording.diagram;
  if (imported === undefined) return null;
  const { blocks, walk } = imported;
  const rows = new Set(walk.stops[stopAt(walk, step)]?.rows ?? []);
  const begun = choicesAround(blocks, step, walk.options).findLast(({ block }) => {
    const { from = -1, parts = [] } = blocks[block] ?? {};
    return rows.has(from) || parts.some((part) => rows.has(part.from));
  });
  return begun === undefined ? null : { block: begun.block, options: optionsOf(begun) };
}
