/** Names of nodes, and words that every area uses. */

export type NodeIds =
  | 'client'
  | 'load-balancer'
  | 'database'
  | 'session-store'
  | 'session-store-replica'
  /** The first client, as the class knows it. */
  | 'customer';

export interface NodeParameters<Text> {
  'client.numbered': { ordinal: number };
  server: { ordinal: number };
  /** Several, as running text. */
  nodes: { names: readonly Text[] };
  /** The two ends of a link. */
  pair: { one: Text; other: Text };
  'idle-servers': { count: number };

  /** A text that is the same in every language: a code, a number, what a person has typed. */
  verbatim: { text: string };
  /** Somebody's words, in quotation marks. */
  quoted: { words: Text };
  /** As a sentence, with a full stop unless it ends with a mark of its own. */
  ended: { words: Text };
  /** One after the other, in running text. */
  words: { parts: readonly Text[] };
}
