/** Names of nodes, and words that every area uses, in English. */
import type { NodeWords } from '../../../sequence/messages/message.ts';
import { ended } from '../../phrases.ts';
import { list, number } from '../words.ts';

export const nodes: NodeWords = {
  client: 'Client',
  'client.numbered': ({ ordinal }) => `Client ${ordinal}`,
  'load-balancer': 'Load balancer',
  database: 'Database',
  'session-store': 'Session store',
  'session-store-replica': 'Session store replica',
  server: ({ ordinal }) => `Server ${ordinal}`,
  customer: 'The customer',
  nodes: ({ names }) => list.format(names),
  pair: ({ one, other }) => `${one} and ${other}`,
  'idle-servers': ({ count }) => `${number.format(count)} idle servers`,

  verbatim: ({ text }) => text,
  quoted: ({ words }) => `“${words}”`,
  ended: ({ words }) => ended(words),
  words: ({ parts }) => parts.join(' '),
};
