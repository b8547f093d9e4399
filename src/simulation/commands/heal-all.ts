/** Restores every link that is cut. */
import type { CommandDescriptor } from './command-descriptor.ts';

export interface HealAll {
  readonly kind: 'heal-all';
}

export const healAll: CommandDescriptor<HealAll> = {
  kind: 'heal-all',
  icon: 'heal',
  effect: 'repair',
  isDestructive: false,
  lifelineOf: () => null,
  parameters: () => ({}),
  availableAt: {
    cluster: ({ cuts }) => (cuts.length > 0 ? [{ kind: 'heal-all' }] : []),
  },
  judge: (_, { cuts }) => (cuts.length > 0 ? 'done' : 'not-cut'),
  apply(_, cluster) {
    for (const link of cluster.cuts) cluster.heal(link);
  },
};
