/** Writes and reads the hidden nodes of a run in an address: `server-2.session-store`. IDs have no points. */
import type { NodeId } from '../simulation/kernel/actor.ts';

/** @returns null for none: the key isn't in the address. */
export function hiddenText(nodes: readonly NodeId[]): string | null {
  return nodes.join('.') || null;
}

/** IDs in any spelling: whether the run has them is decided where the run is known. */
export function hiddenIn(text = ''): readonly NodeId[] {
  return [...new Set(text.split('.').filter(Boolean))];
}
