/** What an operator can tell a node of this cluster to do, as plain data. */
import type { Line } from '../applications/line.ts';
import type { TransportLine } from '../applications/transport-line.ts';
import type { Tampering } from '../protocols/token-tampering.ts';

export type NodeCommand =
  /** To a client: say this next, besides the script. */
  | { readonly kind: 'say'; readonly line: Line }
  /** To a client whose script is about connections: do this next, besides the script. */
  | { readonly kind: 'do'; readonly line: TransportLine }
  /** To a client: be away for so long before the next line. Sessions and tokens may expire meanwhile. */
  | { readonly kind: 'stay-away'; readonly forUs: number }
  /** To a client: change the token that it holds. */
  | { readonly kind: 'tamper'; readonly tampering: Tampering }
  /** To servers: sign with this key from now on. What earlier keys have signed is worth something only if they are kept. */
  | { readonly kind: 'rotate-key'; readonly kid: string; readonly keepsOld: boolean }
  /** To a server: it is one to which nobody has given a key. */
  | { readonly kind: 'remove-keys' }
  /** To a store: forget everything. */
  | { readonly kind: 'flush' };
