/** The ways past the frames of an imported diagram that have alternatives. */
import type { FrameKind } from './imported-diagram.ts';
import type { Block, WalkOptions } from './model.ts';

/** What a reader can choose at a block. */
export interface Choice {
  /** Index of the block. */
  readonly block: number;
  readonly word: FrameKind;
  /** Number of options: the parts, and at the end another way of passing the block. */
  readonly parts: number;
  /** `skip`: pass over the only part. `beside`: walk all parts side by side. */
  readonly last: 'skip' | 'beside' | null;
  readonly chosen: number;
}

const alternatives: ReadonlySet<FrameKind> = new Set(['alt', 'opt', 'critical']);

export function choiceAt(blocks: readonly Block[], index: number, { choices }: WalkOptions): Choice | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const { id, word, parts } = block;
  const chosen = choices[id] ?? 0;
  if (word === 'par' && parts.length > 1) {
    return { block: index, word, parts: 1, last: 'beside', chosen: Math.min(chosen, 1) };
  }
  if (!alternatives.has(word)) return null;
  const last = parts.length === 1 ? 'skip' : null;
  const most = parts.length - (last === null ? 1 : 0);
  return { block: index, word, parts: parts.length, last, chosen: Math.min(chosen, most) };
}

/** The number of ways past a block. */
export function optionsOf({ parts, last }: Choice): number {
  return parts + (last === null ? 0 : 1);
}

/** The choices at a row, from the outermost block to the innermost. */
export function choicesAround(
  blocks: readonly Block[],
  row: number,
  options: WalkOptions,
): readonly Choice[] {
  return blocks.flatMap(({ from, to }, index) =>
    from <= row && row <= to ? (choiceAt(blocks, index, options) ?? []) : [],
  );
}
