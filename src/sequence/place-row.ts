/**
 * Places one row below the others: the run of its arrow, its line breaks, its height. No DOM: text is measured by a
 * function.
 */
import type { FurtherRules } from './further-rules.ts';
import type { LaidRow } from './layout-model.ts';
import type { Row } from './model.ts';
import { neededRules } from './needed-rules.ts';
import { placeLoop, placeMessage } from './place-message.ts';
import type { Sheet, Slot } from './sheet.ts';

export function placeRow(row: Row, slot: Slot, sheet: Sheet, rules: FurtherRules | null): LaidRow {
  if (row.kind !== 'message') return neededRules(rules).placeRow(row, slot, sheet);
  return row.from === row.to ? placeLoop(row, slot, sheet) : placeMessage(row, slot, sheet);
}
