/** Restores a link that was cut. */
import type { LinkEnds } from '../kernel/command.ts';
import type { CommandDescriptor } from './command-descriptor.ts';
import { isLink, linkParameters } from './links.ts';

export interface Heal {
  readonly kind: 'heal';
  readonly between: LinkEnds;
}

export const heal: CommandDescriptor<Heal> = {
  kind: 'heal',
  icon: 'heal',
  effect: 'repair',
  isDestructive: false,
  lifelineOf: ({ between }) => between[1],
  parameters: linkParameters,
  availableAt: {
    link: ({ between, isCut }) => (isCut ? [{ kind: 'heal', between }] : []),
  },
  judge({ between }, cluster) {
    if (!isLink(between, cluster)) return 'no-such-node';
    return cluster.isCut(between) ? 'done' : 'not-cut';
  },
  apply: ({ between }, cluster) => cluster.heal(between),
};
