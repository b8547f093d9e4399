/** Words of the inspector, lazy-loaded. */

import type { Forgery } from '../../player/forgery.ts';
import type { ChangeMessage } from '../../sequence/change-message.ts';
import type { CookieAttribute, Flag, HeaderNote } from '../../sequence/read-message.ts';
import type { TokenTime } from '../../sequence/read-token.ts';
import type { Fate } from '../../trace/visible-events.ts';
import type { Wording } from '../wording.ts';

export type Field = 'sourcePort' | 'destinationPort' | 'seq' | 'ack' | 'flags' | 'data';

type PlainHeader = Extract<HeaderNote, { kind: 'plain' }>['name'];

export type HeaderMessage =
  | { readonly kind: 'cookie'; readonly names: readonly string[] }
  | { readonly kind: 'cookie-set' | 'cookie-deleted'; readonly cookie: string }
  | { readonly kind: 'basic'; readonly userId: string }
  | { readonly kind: 'challenge' | 'challenge-invented' | 'bearer' | 'unknown' };

export type StoreCommand = 'GET' | 'SET' | 'DEL' | 'FLUSHALL' | 'PING' | 'SYNC' | 'REPLICAOF';

export type MessageOutcome = Extract<Fate, { kind: 'lost' }>['why'] | 'refused' | 'late' | 'arrived';

export type NodeState = 'absent' | 'down' | 'dark' | 'frozen' | 'draining' | 'up';

export interface InspectText {
  /** Headers whose meaning doesn't depend on their value. */
  readonly plainHeaders: Readonly<Record<PlainHeader, string>>;
  readonly headers: Wording<HeaderMessage>;
  readonly attributes: Readonly<Record<CookieAttribute['name'], string>>;
  /** The parts of a segment or a datagram. */
  readonly fields: Readonly<Record<Field, string>>;
  readonly flags: Readonly<Record<Flag, string>>;
  /** What a command of the store is for. */
  readonly storeCommands: Readonly<Record<StoreCommand, string>>;
  readonly outcomes: Readonly<Record<MessageOutcome, string>>;
  /** Before the number of the step that this one follows from. */
  readonly followsFrom: string;
  readonly body: string;
  /** Once per HTTP message: on a real network this text would be encrypted. */
  readonly plainText: string;
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
  readonly signatureChoices: Readonly<Record<Forgery['signature'], string>>;
  readonly sendIt: string;
  readonly sendHint: string;
  /** No client holds this token any more, so it can't be altered. */
  readonly notHeld: string;

  readonly remembers: string;
  readonly remembersNothing: string;
  readonly hasLost: string;
  readonly fromTheBeginning: string;
  /** Before the number of a step. */
  readonly since: string;
  readonly onDisk: string;
  readonly nodeStates: Readonly<Record<NodeState, string>>;
  started(times: number): string;

  readonly memoryByServer: string;
  readonly ledger: string;
  /** The lines of the ledger. */
  readonly changes: Wording<ChangeMessage>;
  earlierEntries(shown: number): string;
}
