/** The diagram's layout at the stage's size. What an earlier layout has in common with it is not laid out again. */
import { useState } from 'react';
import { layoutDiagram } from '../../sequence/layout.ts';
import type { Layout, LayoutOptions } from '../../sequence/layout-model.ts';
import type { SequenceDiagram } from '../../sequence/model.ts';
import { useMeasureText } from '../../ui/measure-text.ts';
import { useShown } from '../player-context.ts';
import type { StageSize } from './use-stage-size.ts';

/** @returns null until the stage has been measured. */
export function useLayout(size: StageSize | null): Layout | null {
  const diagram = useShown((shown) => shown.recording.diagram);
  const measureText = useMeasureText();
  const [layOut] = useState(layouter);
  if (size === null) return null;
  return layOut(diagram, { width: size.width, fontPx: size.fontPx, measureText });
}

/** A function of diagram and options that remembers its last result, as React's own memory cannot: it starts from it. */
function layouter(): (diagram: SequenceDiagram, options: LayoutOptions) => Layout {
  let last: { readonly diagram: SequenceDiagram; readonly layout: Layout } | undefined;
  return (diagram, options) => {
    if (last === undefined || last.diagram !== diagram || !areSame(last.layout.options, options)) {
      last = { diagram, layout: layoutDiagram(diagram, options, last?.layout) };
    }
    return last.layout;
  };
}

function areSame(some: LayoutOptions, others: LayoutOptions): boolean {
  return (
    some.width === others.width && some.fontPx === others.fontPx && some.measureText === others.measureText
  );
}
