/** To a client: wait this long before the next line. Sessions and tokens may expire meanwhile. */
import type { MemoryItem } from '../memory.ts';
import { isClient } from '../node-names.ts';
import { DELAY_US_MAX } from '../validation/limits.ts';
import { delayUs } from '../validation/parts.ts';
import { itemsOn, nodeCommandsOf } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface StayAway {
  readonly kind: 'stay-away';
  /** Virtual microseconds. */
  readonly forUs: number;
}

export const stayAway: NodeCommandDescriptor<StayAway> = {
  kind: 'stay-away',
  parameters: () => ({ forUs: delayUs }),
  availableAt: {
    /** Long enough for what the client holds to expire, if it says more afterwards. */
    node({ id }, view) {
      const { scenario } = view;
      if (!isClient(id) || scenario.kind !== 'cluster') return [];
      const items = itemsOn(id, view);
      const holds = (kind: MemoryItem['kind']) => items.some((item) => item.kind === kind);
      if (!holds('cookie') && !holds('access-token')) return [];
      const forUs = holds('access-token') ? scenario.tokens.lifetimeUs : scenario.sessions.idleUs;
      const awayUs = sumOf(nodeCommandsOf<StayAway>('stay-away', view));
      return view.hasMoreToSay(id) && awayUs + forUs <= DELAY_US_MAX ? [{ kind: 'stay-away', forUs }] : [];
    },
  },
  // Times away add up, and the sum is a delay like any other.
  checkAll: (commands) =>
    sumOf(commands) <= DELAY_US_MAX
      ? []
      : [{ field: 'commands.instruction.forUs', allowed: { kind: 'sum', max: DELAY_US_MAX } }],
};

function sumOf(commands: readonly StayAway[]): number {
  return commands.reduce((sum, { forUs }) => sum + forUs, 0);
}
