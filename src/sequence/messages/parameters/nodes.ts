/** Names of nodes, and words for every area. */

export type NodeIds =
  | 'client'
  | 'load-balancer'
  | 'database'
  | 'session-store'
  | 'session-store-replica'
  /** The first client, by the name that the class knows. */
  | 'customer';

export interface NodeParameters<Text> {
  'client.numbered': { ordinal: number };
  server: { ordinal: number };
  /** Several, as running text. */
  nodes: { names: readonly Text[] };
  /** The two ends of a link. */
  pair: { one: Text; other: Text };
  'idle-servers': { count: number };

  /** A text that is the same in every language: a code, a number, or a person's input. */
  verbatim: { text: string };
  /** Quoted words. */
  quoted: { words: Text };
  /** A sentence, with a full stop unless it already ends with a mark. */
  ended: { words: Text };
  /** One after the other, in running text. */
  words: { parts: readonly Text[] };
}
