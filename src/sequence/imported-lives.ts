/** Tracks what spans several lines of an imported diagram: frames, backgrounds, activations and lifetimes. */
import type { Colour, FrameKind } from './imported-diagram.ts';
import type { Activation, Block, DiagramStep, Frame, Span } from './model.ts';
import { tintOf } from './tint.ts';

/** A bar that has begun. */
interface Begun {
  readonly from: number;
  /** Its place among all bars that have begun. */
  readonly order: number;
}

interface OpenFrame {
  readonly from: number;
  /** First steps of its parts. */
  readonly parts: number[];
  /** Its place among the blocks. */
  readonly block: number;
  readonly look:
    | { readonly kind: 'frame'; readonly word: FrameKind; readonly id: number }
    | { readonly kind: 'ground'; readonly colour: Colour | null };
}

/** Bars that are nested deeper lie on each other: each level takes width. */
const LEVEL_MAX = 50;

export class ImportedLives {
  readonly frames: Frame[] = [];
  readonly absences: Span[] = [];
  /** Frames with a keyword, in the order of their beginnings. */
  readonly #blocks: (Block | null)[] = [];
  /** Open frames, innermost last. */
  readonly #openFrames: OpenFrame[] = [];
  /** Bars that have begun and not ended, innermost last. */
  readonly #atWork = new Map<string, Begun[]>();
  readonly #ended: { readonly order: number; readonly activation: Activation }[] = [];
  #begun = 0;

  /** @param from Index of the next step. */
  beginFrame(look: OpenFrame['look'], from: number): void {
    const block = this.#blocks.length;
    this.#openFrames.push({ look, from, parts: [from], block });
    if (look.kind === 'frame') this.#blocks.push(null);
  }

  /** Another part of the innermost frame. */
  beginPart(from: number): void {
    this.#openFrames.findLast(({ look }) => look.kind === 'frame')?.parts.push(from);
  }

  get blocks(): readonly Block[] {
    return this.#blocks.filter((block) => block !== null);
  }

  /** @returns The keyword of the frame that ended; null for a background. */
  endFrame(to: number): FrameKind | null {
    const frame = this.#openFrames.pop();
    if (frame === undefined) return null;
    const { from, look, parts, block } = frame;
    if (look.kind === 'frame') {
      const ends = [...parts.slice(1).map((next) => next - 1), to];
      const spans = parts.map((first, index) => ({ from: first, to: ends[index] ?? to }));
      this.#blocks[block] = { id: look.id, word: look.word, from, to, parts: spans };
    }
    const span = { from, to, depth: this.#openFrames.length };
    // An empty background is invisible.
    if (look.kind === 'frame') this.frames.push({ ...span, kind: 'frame' });
    else if (to >= from) this.frames.push({ ...span, ...look, tint: tintOf(look.colour) });
    return look.kind === 'frame' ? look.word : null;
  }

  beginWork(participant: string, from: number): void {
    const begun = this.#atWork.get(participant);
    const bar = { from, order: this.#begun };
    this.#begun += 1;
    if (begun === undefined) this.#atWork.set(participant, [bar]);
    else begun.push(bar);
  }

  endWork(participant: string, to: number): void {
    const begun = this.#atWork.get(participant);
    const bar = begun?.pop();
    if (begun === undefined || bar === undefined) return;
    const { from, order } = bar;
    this.#ended.push({
      order,
      activation: { participant, from, to, tone: 'plain', level: begun.length },
    });
  }

  /** Once all lines are read. A bar that never ends isn't drawn, as in Mermaid, so others aren't nested in it. */
  get activations(): readonly Activation[] {
    return this.#ended.map(({ order, activation }) => {
      const endless = this.#atWork.get(activation.participant) ?? [];
      const below = endless.filter((bar) => bar.order < order).length;
      const level = Math.min(LEVEL_MAX, activation.level - below);
      return level === activation.level ? activation : { ...activation, level };
    });
  }

  /** The steps that create and destroy a participant belong to its lifetime. */
  create(participant: string, index: number): void {
    if (index > 0) this.absences.push({ participant, from: 0, to: index });
  }

  destroy(participant: string, index: number): void {
    this.absences.push({ participant, from: index, to: null });
  }

  absenceAt(participant: string, index: number): Span | undefined {
    return this.absences.find(
      ({ participant: id, from, to }) => id === participant && (to === null ? index > from : index < to),
    );
  }
}

/** Adds to each arrow how many bars are nested at its start and at its end. */
export function withBars(
  steps: readonly DiagramStep[],
  activations: readonly Activation[],
): readonly DiagramStep[] {
  const rows = messageRows(steps);
  const bars = new Map<number, { from: number; to: number }>();
  // The deepest first, so that each row is looked at once for each participant, however many bars are around it.
  for (const { participant, from, to, level } of [...activations].sort((a, b) => b.level - a.level)) {
    if (level === 0) break;
    const own = rows.get(participant);
    if (own === undefined) continue;
    for (const index of own.take(from, to ?? steps.length - 1)) {
      const row = steps[index]?.row;
      if (row?.kind !== 'message') continue;
      const ends = bars.get(index) ?? { from: 0, to: 0 };
      if (row.from === participant) ends.from = level;
      if (row.to === participant) ends.to = level;
      bars.set(index, ends);
    }
  }
  return steps.map((step, index) => {
    const ends = bars.get(index);
    if (ends === undefined || step.row.kind !== 'message') return step;
    return { ...step, row: { ...step.row, bars: ends } };
  });
}

/** The rows in which each participant sends or receives. */
function messageRows(steps: readonly DiagramStep[]): ReadonlyMap<string, UntakenRows> {
  const rows = new Map<string, number[]>();
  for (const [index, { row }] of steps.entries()) {
    if (row.kind !== 'message') continue;
    for (const participant of new Set([row.from, row.to])) {
      const own = rows.get(participant);
      if (own === undefined) rows.set(participant, [index]);
      else own.push(index);
    }
  }
  return new Map([...rows].map(([participant, indices]) => [participant, new UntakenRows(indices)]));
}

/** Ascending indices. Each is taken once. */
class UntakenRows {
  readonly #indices: readonly number[];
  /** From each place to one that may not be taken yet, at or after it. */
  readonly #next: number[];

  constructor(indices: readonly number[]) {
    this.#indices = indices;
    this.#next = Array.from({ length: indices.length + 1 }, (_, place) => place);
  }

  /** @returns Those from one index to another that weren't taken before. */
  *take(from: number, to: number): Generator<number> {
    for (let place = this.#untaken(this.#placeOf(from)); ; place = this.#untaken(place)) {
      const index = this.#indices[place];
      if (index === undefined || index > to) return;
      this.#next[place] = place + 1;
      yield index;
    }
  }

  #untaken(from: number): number {
    let place = from;
    for (let next = this.#next[place] ?? place; next !== place; next = this.#next[place] ?? place) {
      // Halves the way for the next one.
      this.#next[place] = this.#next[next] ?? next;
      place = next;
    }
    return place;
  }

  /** The first place whose index isn't lower. */
  #placeOf(from: number): number {
    let [low, high] = [0, this.#indices.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#indices[middle] ?? from) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
