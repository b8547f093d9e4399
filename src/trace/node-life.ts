/** A node's life so far, for whoever looks at it closely. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Run } from './run.ts';

/** The step with which this item was written there, as it stands now; undefined for what was there from the beginning. */
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

/** How often it has been started by then: its epoch. */
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
