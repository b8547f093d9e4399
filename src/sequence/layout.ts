/** Lays out any diagram, of a run or imported. */
import { furtherRules } from './further-rules.ts';
import { finished, type Interruptible } from './interruptible.ts';
import type { Layout, LayoutOptions } from './layout-model.ts';
import { type LayoutExtent, layOutRows } from './layout-rows.ts';
import type { SequenceDiagram } from './model.ts';

export function layoutDiagram(diagram: SequenceDiagram, options: LayoutOptions, before?: Layout): Layout {
  return finished(layOut(diagram, options, { before }));
}

/** The same, row by row. */
export function layOut(
  diagram: SequenceDiagram,
  options: LayoutOptions,
  extent?: LayoutExtent,
): Interruptible<Layout> {
  return layOutRows(furtherRules, diagram, options, extent);
}
