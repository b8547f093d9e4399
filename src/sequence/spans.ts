/** Finds spans near some rows without a full scan, so that a step's cost doesn't grow with the run. */
import type { Span } from './model.ts';

type Ends = Pick<Span, 'from' | 'to'>;

/** One lane's spans by their starts, and the furthest end of any span up to each one. */
interface Lane<Each extends Ends> {
  readonly spans: readonly Each[];
  readonly reach: readonly number[];
}

export type SpanIndex<Each extends Ends> = readonly Lane<Each>[];

/** @param laneOf Groups spans that hardly overlap, such as those of one participant. */
export function indexSpans<Each extends Ends>(
  spans: readonly Each[],
  laneOf: (span: Each) => unknown,
): SpanIndex<Each> {
  const lanes = new Map<unknown, Each[]>();
  for (const span of spans) {
    const lane = lanes.get(laneOf(span));
    if (lane === undefined) lanes.set(laneOf(span), [span]);
    else lane.push(span);
  }
  return [...lanes.values()].map((lane) => {
    const sorted = lane.sort((a, b) => a.from - b.from);
    let furthest = 0;
    const reach = sorted.map((span) => {
      furthest = Math.max(furthest, endOf(span));
      return furthest;
    });
    return { spans: sorted, reach };
  });
}

/** The spans that overlap the steps from `first` to `last`, inclusive, as indices. */
export function spansTouching<Each extends Ends>(
  index: SpanIndex<Each>,
  first: number,
  last: number,
): readonly Each[] {
  return index.flatMap(({ spans, reach }) => {
    const found: Each[] = [];
    for (let at = firstReaching(reach, first); at < spans.length; at += 1) {
      const span = spans[at];
      if (span === undefined || span.from > last) break;
      if (endOf(span) >= first) found.push(span);
    }
    return found;
  });
}

/** The first index that reaches the step. `reach` never decreases, so binary search works. */
function firstReaching(reach: readonly number[], step: number): number {
  let low = 0;
  let high = reach.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) >= step) high = middle;
    else low = middle + 1;
  }
  return low;
}

function endOf({ to }: Ends): number {
  return to ?? Number.POSITIVE_INFINITY;
}
