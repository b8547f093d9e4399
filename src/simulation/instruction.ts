/** What an operator can tell a node of this cluster to do, as plain data. */
import type { Line } from './application/line.ts';

export type Instruction =
  /** To a client: say this next, besides the script. */
  | { readonly kind: 'say'; readonly line: Line }
  /** To a client: be away for so long before the next line. Sessions and tokens may expire meanwhile. */
  | { readonly kind: 'stay-away'; readonly forUs: number };
