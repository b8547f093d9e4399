/** Which message says how a node's memory changed. The languages only word it. */
import type { Scenario } from '../simulation/scenario.ts';
import type { MemoryChange } from '../trace/snapshots.ts';
import type { Phrasebook } from './phrasebook.ts';

export type ChangeMessage =
  | {
      readonly kind: Exclude<MemoryChange['kind'], 'missed'>;
      readonly node: string;
      readonly what: string;
    }
  | { readonly kind: 'missed'; readonly node: string };

/** @param node The name of the node whose memory it is. */
export function changeMessage(
  { chips }: Pick<Phrasebook, 'chips'>,
  change: MemoryChange,
  node: string,
  scenario: Scenario,
): ChangeMessage {
  if (change.kind === 'missed') return { kind: 'missed', node };
  return { kind: change.kind, node, what: chips(change.item, scenario).join(' · ') };
}
