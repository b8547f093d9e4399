/** What stands out while the reader looks at one participant. */
import type { Block, DiagramStep, Focus, Head, Participant } from './model.ts';

interface Subject {
  readonly steps: readonly DiagramStep[];
  /** Of an imported diagram. */
  readonly blocks?: readonly Block[];
  readonly participants: readonly Participant[];
}

/** @param participant ID of the one in focus. */
export function focusOn(subject: Subject, participant: string): Focus {
  return { participant, dimmed: dimmedSteps(subject, participant) };
}

/** Steps that have nothing to do with the participant. A heading stands out if a step of its part does. */
function dimmedSteps({ steps, blocks = [], participants }: Subject, focus: string): ReadonlySet<number> {
  const dimmed = new Set<number>();
  const placeOf = (id: string) => participants.findIndex((each) => each.id === id);
  const place = placeOf(focus);
  steps.forEach(({ row }, index) => {
    if (row.kind === 'message' && row.from !== focus && row.to !== focus) dimmed.add(index);
    if (row.kind === 'band' && row.participant !== focus) dimmed.add(index);
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
function partnersOf(steps: readonly DiagramStep[], focus: string): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ row }) =>
      row.kind === 'message' && (row.from === focus || row.to === focus) ? [row.from, row.to] : [],
    ),
  );
}

/** How a head looks while one participant is in focus. */
export function emphasisIn(
  steps: readonly DiagramStep[],
  focus: string,
): (participant: string) => Pick<Head, 'emphasis'> {
  const partners = partnersOf(steps, focus);
  return (id) => {
    if (id === focus) return { emphasis: 'focused' };
    return partners.has(id) ? {} : { emphasis: 'dimmed' };
  };
}
