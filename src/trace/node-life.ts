/** A node's history, for its inspector. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Run } from './run.ts';

/** Index of the step that wrote an entry's current value; undefined for entries from the start. */
export function rememberedSince(
  { states }: Pick<Run, 'states'>,
  step: number,
  node: NodeId,
  item: MemoryItem,
): number | undefined {
  for (let index = Math.min(step, states.length - 1); index >= 0; index -= 1) {
    const wrote = states[index]?.changes.some(
      (change) => change.kind === 'remembered' && change.node === node && change.item === item,
    );
    if (wrote) return index;
  }
  return undefined;
}

/** Number of starts up to a step: the node's epoch. */
export function startsOf(
  { steps, events }: Pick<Run, 'steps' | 'events'>,
  step: number,
  node: NodeId,
): number {
  const last = steps[step]?.lastEvent ?? -1;
  let starts = 0;
  for (let index = 0; index <= last; index += 1) {
    const event = events[index];
    if (event?.kind === 'node-started' && event.node === node) starts += 1;
  }
  return starts;
}
