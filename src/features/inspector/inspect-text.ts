/** The words of the inspector, fetched when somebody first looks closely at something. */

import type { Forgery } from '../../player/forgery.ts';
import type { CookieAttribute, Flag, HeaderNote } from '../../sequence/read-message.ts';
import type { TokenTime } from '../../sequence/read-token.ts';
import type { MemoryChange } from '../../trace/snapshots.ts';
import type { Fate } from '../../trace/visible-events.ts';

export type Field = 'sourcePort' | 'destinationPort' | 'seq' | 'ack' | 'flags' | 'data';

export interface InspectText {
  header(note: HeaderNote): string;
  attribute(attribute: CookieAttribute): string;
  /** The parts of a segment or a datagram. */
  field(field: Field): string;
  flag(flag: Flag): string;
  /** What a command of the store is for; null for what is none. */
  storeCommand(word: string): string | null;
  outcome(fate: Fate, isLate: boolean): string;
  /** Before the number of the step that this one follows from. */
  readonly followsFrom: string;
  readonly body: string;
  showAll(characters: number): string;

  readonly token: string;
  readonly tokenHeader: string;
  readonly tokenPayload: string;
  readonly tokenSignature: string;
  readonly tokenIsReadable: string;
  tokenTime(time: TokenTime): string;
  /** Changing it. */
  readonly forge: string;
  readonly forgedPayload: string;
  readonly forgedAlgorithm: string;
  readonly forgedSignature: string;
  signatureChoice(choice: Forgery['signature']): string;
  readonly sendIt: string;
  readonly sendHint: string;
  /** Nobody holds this token any more, so nobody can change it. */
  readonly notHeld: string;

  readonly remembers: string;
  readonly remembersNothing: string;
  readonly hasLost: string;
  readonly fromTheBeginning: string;
  /** Before the number of a step. */
  readonly since: string;
  readonly onDisk: string;
  nodeState(isUp: boolean, membership: 'absent' | 'member' | 'draining'): string;
  started(times: number): string;

  readonly memoryByServer: string;
  readonly ledger: string;
  /** One line of the ledger; `what` is empty where there was nothing. */
  change(kind: MemoryChange['kind'], node: string, what: string): string;
  earlierEntries(shown: number): string;
}
