/** Cuts the link between two nodes in both directions: messages are lost there, and no sender is told. */
import type { LinkEnds } from '../kernel/command.ts';
import type { CommandDescriptor } from './command-descriptor.ts';
import { isLink, linkParameters } from './links.ts';

export interface Cut {
  readonly kind: 'cut';
  readonly between: LinkEnds;
}

export const cut: CommandDescriptor<Cut> = {
  kind: 'cut',
  icon: 'cut',
  effect: 'harm',
  isDestructive: false,
  lifelineOf: ({ between }) => between[1],
  parameters: linkParameters,
  availableAt: {
    link: ({ between, isCut }) => (isCut ? [] : [{ kind: 'cut', between }]),
  },
  judge({ between }, cluster) {
    if (!isLink(between, cluster)) return 'no-such-node';
    return cluster.isCut(between) ? 'already-cut' : 'done';
  },
  apply: ({ between }, cluster) => cluster.cut(between),
};
