/** To a server: set its clock, which then differs from the clocks of the others. */
import { isServer } from '../node-names.ts';
import { clockOffsetUs } from '../validation/parts.ts';
import { itemsOn } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface SetClock {
  readonly kind: 'set-clock';
  /** How far it's ahead, in virtual microseconds; negative when it's behind. */
  readonly offsetUs: number;
}

/** Five minutes: more than most verifiers tolerate. */
const OFFERED_US = 300_000_000;

export const setClock: NodeCommandDescriptor<SetClock> = {
  kind: 'set-clock',
  parameters: () => ({ offsetUs: clockOffsetUs }),
  availableAt: {
    /** Where expiry is checked against a server's clock, and the token or cookie passes from one server to another. */
    node({ id, isUp }, view) {
      if (!isServer(id) || !isUp || !view.traits.usesKeys) return [];
      const isWrong = itemsOn(id, view).some((item) => item.kind === 'clock' && item.offsetUs !== 0);
      const offered = isWrong ? [0] : [OFFERED_US, -OFFERED_US];
      return offered.map((offsetUs) => ({ kind: 'set-clock', offsetUs }));
    },
  },
};
