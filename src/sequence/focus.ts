/** What stands out while the reader looks at one participant of an imported diagram. */
import type { Block, DiagramStep, Participant, SequenceDiagram } from './model.ts';
import type { RowTime } from './walk.ts';

interface Subject {
  readonly steps: readonly DiagramStep[];
  readonly blocks: readonly Block[];
  readonly participants: readonly Participant[];
}

/** Steps that have nothing to do with the participant. A heading stands out if a step of its part does. */
export function dimmedSteps(
  { steps, blocks, participants }: Subject,
  focus: string | null,
): ReadonlySet<number> {
  const dimmed = new Set<number>();
  if (focus === null) return dimmed;
  const placeOf = (id: string) => participants.findIndex((each) => each.id === id);
  const place = placeOf(focus);
  steps.forEach(({ row }, index) => {
    if (row.kind === 'message' && row.from !== focus && row.to !== focus) dimmed.add(index);
    if (row.kind !== 'note') return;
    const ends = row.participants.map(placeOf);
    if (place < Math.min(...ends) || place > Math.max(...ends)) dimmed.add(index);
  });
  for (const { from, to } of blocks.flatMap(({ parts }) => parts)) {
    const inside = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + 1 + index);
    const rows = inside.filter((index) => steps[index]?.row.kind !== 'frame');
    if (rows.every((index) => dimmed.has(index))) dimmed.add(from);
  }
  return dimmed;
}

/** The participant and those that exchange messages with it. */
export function partnersOf(steps: readonly DiagramStep[], focus: string | null): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ row }) =>
      row.kind === 'message' && (row.from === focus || row.to === focus) ? [row.from, row.to] : [],
    ),
  );
}

/** Whether a row is grey. The present one never is, because it's what the reader steps through. */
export function isDimmed(
  { imported }: Pick<SequenceDiagram, 'imported'>,
  row: number,
  time: RowTime,
): boolean {
  return time !== 'present' && imported?.dimmed.has(row) === true;
}
