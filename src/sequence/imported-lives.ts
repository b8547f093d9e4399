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
      return below === 0 ? activation : { ...activation, level: activation.level - below };
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
  const bars = new Map<number, { from: number; to: number }>();
  for (const { participant, from, to, level } of activations) {
    if (level === 0) continue;
    for (let index = from; index <= (to ?? steps.length - 1); index += 1) {
      const row = steps[index]?.row;
      if (row?.kind !== 'message') continue;
      const ends = bars.get(index) ?? { from: 0, to: 0 };
      if (row.from === participant) ends.from = Math.max(ends.from, level);
      if (row.to === participant) ends.to = Math.max(ends.to, level);
      bars.set(index, ends);
    }
  }
  return steps.map((step, index) => {
    const ends = bars.get(index);
    if (ends === undefined || step.row.kind !== 'message') return step;
    return { ...step, row: { ...step.row, bars: ends } };
  });
}
