/** Writes and reads the address of an imported diagram: its text, the way through it, and the place on the way. */
import type { Recording } from '../player/recording.ts';
import type { WalkOptions } from '../sequence/model.ts';
import { plainWalk, stopAt } from '../sequence/walk.ts';
import { DIAGRAM_PREFIX } from './diagram-code.ts';
import { writeQuery } from './query.ts';
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
    compare: null,
    scene: null,
    predict: null,
    step: stopAt(walk, step) + 1,
    detail: walk.options.isFull ? 'full' : null,
    parts: partsText(walk.options) || null,
  });
  return `${query}${DIAGRAM_PREFIX}${diagramCode}`;
}

export function diagramCodeIn(hash: string): string | null {
  return hash.startsWith(DIAGRAM_PREFIX) ? hash.slice(DIAGRAM_PREFIX.length) : null;
}

export function walkIn({ detail, parts = '' }: Pick<Query, 'detail' | 'parts'>): WalkOptions {
  const chosen = [...parts.matchAll(/(\d{1,5})-(\d{1,5})/g)];
  const choices = Object.fromEntries(chosen.map(([, block, part]) => [Number(block) - 1, Number(part) - 1]));
  return { ...plainWalk, isFull: detail === 'full', choices };
}

/** `2-3.5-1`: the second frame takes its third part, the fifth its first. */
function partsText({ choices }: WalkOptions): string {
  return Object.entries(choices)
    .filter(([, part]) => part > 0)
    .map(([block, part]) => `${Number(block) + 1}-${part + 1}`)
    .join('.');
}
