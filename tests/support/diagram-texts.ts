/** The words of a diagram: all that anybody can read in it. */
import type { DiagramStep, Row, SequenceDiagram } from '../../src/sequence/model.ts';

export function captionOf({ caption }: DiagramStep): string {
  return caption.map(({ text }) => text).join('');
}

/** The words on the arrow, the title of the band, or what a note or a frame says. */
export function labelOf({ row }: DiagramStep): string {
  switch (row.kind) {
    case 'message':
      return row.label;
    case 'band':
      return row.title;
    default:
      return row.text;
  }
}

/** What stands in smaller letters beside it. */
function detailsOf(row: Row): string[] {
  if (row.kind === 'message') return row.notes.map(({ text }) => text);
  return row.kind === 'band' ? [row.detail] : [];
}

export function textsOf(diagram: SequenceDiagram): string[] {
  return [
    ...diagram.participants.map(({ name }) => name),
    ...diagram.steps.flatMap((step, index) => [
      captionOf(step),
      step.sentence,
      labelOf(step),
      ...detailsOf(step.row),
      ...diagram
        .headsAt(index)
        .flatMap(({ chips, remark }) => [
          ...chips.map(({ text }) => text),
          ...(remark === null ? [] : [remark]),
        ]),
    ]),
  ];
}
