/** The next message to arrive from one node at another is lost on the way; null stands for any node. */
import type { NodeId } from '../kernel/actor.ts';
import { orNull } from '../validation/check.ts';
import type { CommandDescriptor } from './command-descriptor.ts';

export interface Drop {
  readonly kind: 'drop';
  readonly from: NodeId | null;
  readonly to: NodeId | null;
}

export const drop: CommandDescriptor<Drop> = {
  kind: 'drop',
  icon: 'drop',
  effect: 'harm',
  isDestructive: false,
  lifelineOf: ({ from, to }) => to ?? from,
  parameters: ({ node }) => ({ from: orNull(node), to: orNull(node) }),
  availableAt: {
    cluster(view) {
      const ends = view.nextMessage();
      return ends === null ? [] : [{ kind: 'drop', ...ends }];
    },
  },
  judge({ from, to }, cluster) {
    const exist = [from, to].every((node) => node === null || cluster.has(node));
    return exist ? 'done' : 'no-such-node';
  },
  apply: (ends, cluster) => cluster.drop(ends),
};
