/** What an operator can do, in English. */

import type { OperateText } from '../../features/operations/operate-text.ts';
import { number } from './words.ts';

export const operateText: OperateText = {
  cluster: 'Cluster',
  nothing: 'No commands here.',
  findLoss: 'Find a loss…',
  makeChallenge: 'Make a challenge of this run…',
  commands: {
    crash: ({ node }) => `Crash ${node}`,
    'crash-machine': ({ node }) => `Crash ${node}: its machine goes dark`,
    freeze: ({ node }) => `Freeze ${node}: its process stands still`,
    thaw: ({ node }) => `Let ${node} continue`,
    restart: ({ node }) => `Restart ${node}`,
    deploy: ({ node, version }) => `Deploy version ${version}: restart ${node}`,
    install: ({ version }) => `install version ${version}`,
    add: () => 'Add server',
    drain: ({ node }) => `Drain ${node}: it gets no new requests`,
    cut: ({ node }) => `Cut the link to ${node}`,
    heal: ({ node }) => `Restore the link to ${node}`,
    partition: 'Cut all its links',
    'heal-all': 'Restore all links',
    drop: 'Drop the next message',
    'drop-between': ({ from, to }) => `Drop the next message: ${from} → ${to}`,
    'stay-away': ({ seconds }) => `Let it expire: stay away for ${number.format(seconds)} seconds`,
    'rotate-key': 'New key, drop the old one',
    'rotate-key-keeping-old': 'New key, still accept the old one',
    'remove-keys': 'Remove its keys: tokens and cookies are refused here',
    flush: 'Empty the store: all sessions in it are lost',
    order: ({ order }) => capitalized(order),
  },
};

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
