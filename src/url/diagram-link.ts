/** Writes and reads the address of an imported diagram: its text, the way through it, and the place on the way. */
import type { Recording } from '../player/recording.ts';
import type { DiagramView, WalkOptions } from '../sequence/model.ts';
import { plainWalk } from '../sequence/walk.ts';
import { stopAt } from '../sequence/walk-stops.ts';
import { isWhole, wholeView } from '../sequence/whole-view.ts';
import { comparisonKeys } from './comparison-keys.ts';
import { DIAGRAM_PREFIX } from './diagram-hash.ts';
import { type QueryChanges, writeQuery } from './query.ts';
import type { Query } from './schema.ts';

/**
 * The query and hash that a reload needs to show the same. The lesson of the run below stays.
 *
 * @param step The shown row, an index from 0.
 * @returns null for a diagram without an address.
 */
export function linkToDiagram(search: string, recording: Recording, step: number): string | null {
  const { diagram, diagramCode } = recording;
  const walk = diagram.imported?.walk;
  if (walk === undefined || diagramCode === undefined) return null;
  const query = writeQuery(search, {
    strategy: null,
    ...comparisonKeys(null),
    scene: null,
    predict: null,
    step: stopAt(walk, step) + 1,
    detail: walk.options.isFull ? 'full' : null,
    parts: partsText(walk.options) || null,
    ...viewKeys(walk.options.view),
  });
  return `${query}${DIAGRAM_PREFIX}${diagramCode}`;
}

type WalkQuery = Pick<Query, 'detail' | 'parts' | 'hide' | 'fold' | 'focus'>;

export function walkIn({ detail, parts = '', hide, fold, focus }: WalkQuery): WalkOptions {
  const chosen = [...parts.matchAll(/(\d{1,5})-(\d{1,5})/g)];
  const choices = Object.fromEntries(chosen.map(([, block, part]) => [Number(block) - 1, Number(part) - 1]));
  const view: DiagramView = {
    hidden: numbersIn(hide),
    folded: numbersIn(fold),
    focus: numbersIn(focus)[0] ?? null,
  };
  return { ...plainWalk, isFull: detail === 'full', choices, ...(!isWhole(view) && { view }) };
}

/** `2.5`: the second and the fifth, as indices from 0. */
function numbersIn(text = ''): readonly number[] {
  return [...text.matchAll(/\d{1,5}/g)].map(([digits]) => Number(digits) - 1).filter((index) => index >= 0);
}

function viewKeys({ hidden, folded, focus }: DiagramView = wholeView): QueryChanges {
  const numbers = (indices: readonly number[]) => indices.map((index) => index + 1).join('.') || null;
  return { hide: numbers(hidden), fold: numbers(folded), focus: numbers(focus === null ? [] : [focus]) };
}

/** `2-3.5-1`: the second frame takes its third part, the fifth its first. */
function partsText({ choices }: WalkOptions): string {
  return Object.entries(choices)
    .filter(([, part]) => part > 0)
    .map(([block, part]) => `${Number(block) + 1}-${part + 1}`)
    .join('.');
}
