/** The words of a diagram: all that anybody can read in it. */
import type { DiagramStep, SequenceDiagram } from '../../src/diagram/model.ts';

export function captionOf({ caption }: DiagramStep): string {
  return caption.map(({ text }) => text).join('');
}

/** The words on the arrow, or the title of the band. */
export function labelOf({ row }: DiagramStep): string {
  return row.kind === 'message' ? row.label : row.title;
}

export function textsOf(diagram: SequenceDiagram): string[] {
  return [
    ...diagram.participants.map(({ name }) => name),
    ...diagram.steps.flatMap((step, index) => [
      captionOf(step),
      step.sentence,
      labelOf(step),
      ...(step.row.kind === 'band' ? [step.row.detail] : step.row.notes.map(({ text }) => text)),
      ...diagram
        .headsAt(index)
        .flatMap(({ chips, remark }) => [
          ...chips.map(({ text }) => text),
          ...(remark === null ? [] : [remark]),
        ]),
    ]),
  ];
}
