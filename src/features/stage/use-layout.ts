/**
 * The diagram's layout at the stage's size. Reuses what an earlier layout has in common with it. Many rows are laid out in
 * slices, in which the page answers.
 */
import { useEffect, useMemo, useReducer, useState } from 'react';
import type { FurtherRules } from '../../sequence/further-rules.ts';
import { finished, inSlices } from '../../sequence/interruptible.ts';
import type { Layout, LayoutOptions } from '../../sequence/layout-model.ts';
import { keptRows, layOutRows, needsFurtherRules } from '../../sequence/layout-rows.ts';
import type { SequenceDiagram } from '../../sequence/model.ts';
import { useMeasureText } from '../../ui/measure-text.ts';
import { useShown, useShownNow } from '../player-context.ts';
import { useFurtherDrawing } from './further-context.ts';
import type { StageSize } from './use-stage-size.ts';

/** More rows than these are laid out in slices: slow phones take about a millisecond for one. */
const ROWS_AT_ONCE = 100;
/** Rows that are wanted after the present one. */
const ROWS_AHEAD = 40;

/** @returns null until the stage has been measured, and while a long diagram is laid out for the first time. */
export function useLayout(size: StageSize | null): Layout | null {
  const diagram = useShown((shown) => shown.recording.diagram);
  const shownNow = useShownNow();
  const measureText = useMeasureText();
  const isFurther = useMemo(() => needsFurtherRules(diagram), [diagram]);
  const rules = useFurtherDrawing(isFurther)?.rules ?? null;
  const [layouts] = useState(() => new Layouts());
  const [, update] = useReducer((count: number) => count + 1, 0);
  const [fault, setFault] = useState<{ readonly cause: unknown } | null>(null);
  const { width = null, fontPx = null } = size ?? {};
  const options = width === null || fontPx === null ? null : { width, fontPx, measureText };
  const layout = options === null ? null : layouts.at(diagram, options, rules, shownNow().step);
  useEffect(() => {
    if (width === null || fontPx === null) return;
    const controller = new AbortController();
    layouts.complete(diagram, { width, fontPx, measureText }, rules, controller.signal).then(
      (hasChanged) => hasChanged && update(),
      (cause) => {
        if (!controller.signal.aborted) setFault({ cause });
      },
    );
    return () => controller.abort();
  }, [layouts, diagram, width, fontPx, measureText, rules]);
  if (fault !== null) throw fault.cause;
  return layout;
}

/** Remembers the last layout and builds on it, which React's own memoisation can't. */
class Layouts {
  #last: { readonly diagram: SequenceDiagram; readonly layout: Layout } | undefined;

  /**
   * What can be shown at once: the rows around the present one if they are few, or else the diagram as it was laid out before,
   * for another size.
   */
  at(
    diagram: SequenceDiagram,
    options: LayoutOptions,
    rules: FurtherRules | null,
    step: number,
  ): Layout | null {
    const last = this.#last;
    const isSame = last !== undefined && areSame(last.layout.options, options);
    if (isSame && last.diagram === diagram) return last.layout;
    const kept = isSame ? keptRows(last.layout, diagram) : 0;
    const { length } = diagram.steps;
    const areAllNeeded = diagram.imported !== undefined || diagram.frames.length > 0;
    const needed = areAllNeeded ? length : Math.min(length, step + ROWS_AHEAD);
    if (needed - kept > ROWS_AT_ONCE) {
      if (last?.diagram === diagram) return last.layout;
      // The stage stays while the same diagram is drawn in another way. Only another one has to wait.
      if (last === undefined || !areOfOneDiagram(last.diagram, diagram)) return null;
    }
    const rowCount = areAllNeeded ? length : Math.max(needed, kept + ROWS_AT_ONCE);
    const layout = finished(layOutRows(rules, diagram, options, { before: last?.layout, rowCount }));
    this.#last = { diagram, layout };
    return layout;
  }

  /** @returns Whether there was something left to lay out. */
  async complete(
    diagram: SequenceDiagram,
    options: LayoutOptions,
    rules: FurtherRules | null,
    signal: AbortSignal,
  ): Promise<boolean> {
    const last = this.#last;
    const isSame = last?.diagram === diagram && areSame(last.layout.options, options);
    if (isSame && last.layout.rows.length === diagram.steps.length) return false;
    const layout = await inSlices(layOutRows(rules, diagram, options, { before: last?.layout }), signal);
    this.#last = { diagram, layout };
    return true;
  }
}

/** Whether it's the same run or imported text, in another language, with other choices, or at another level of detail. */
function areOfOneDiagram(one: SequenceDiagram, other: SequenceDiagram): boolean {
  return (
    (one.imported === undefined) === (other.imported === undefined) &&
    one.participants.length === other.participants.length &&
    one.participants.every(({ id }, index) => id === other.participants[index]?.id)
  );
}

function areSame(some: LayoutOptions, others: LayoutOptions): boolean {
  return (
    some.width === others.width && some.fontPx === others.fontPx && some.measureText === others.measureText
  );
}
