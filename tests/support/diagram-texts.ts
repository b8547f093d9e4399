/** All texts that a diagram displays. */
import type { DiagramStep, Row, SequenceDiagram } from '../../src/sequence/model.ts';

export function captionOf({ caption }: DiagramStep): string {
  return caption.map(({ text }) => text).join('');
}

/** The text on the arrow, the band's title, or the text of a note or frame. */
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

/** Smaller text beside the label. */
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
