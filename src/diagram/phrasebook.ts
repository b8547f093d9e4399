/**
 * The words of a diagram, as functions of codes. The diagram layer declares them; each language implements them
 * once, so a missing or a wrong message does not compile.
 */
import type { BalancingPolicy } from '../simulation/actors/balancing.ts';
import type { Conversation } from '../simulation/application/shop.ts';
import type { ReadResponse } from '../simulation/application/shop-http.ts';
import type { CommandResult } from '../simulation/kernel/command.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Mode } from '../simulation/placement/placement.ts';
import type { Status } from '../simulation/protocol/http.ts';
import type { DrawingWords } from './drawing-words.ts';

export type Role =
  | 'client'
  | 'load-balancer'
  | 'server'
  | 'database'
  | 'session-store'
  | 'session-store-replica';

/** A node by its role; `ordinal` is from 1 and counts servers, and is 1 for all others. */
export interface NodeRef {
  readonly role: Role;
  readonly ordinal: number;
}

export type Tone = 'plain' | 'request' | 'reply' | 'failure' | 'memory';

/** A piece of running text; a phrase is its pieces put together without anything in between. */
export interface PhrasePart {
  readonly text: string;
  readonly tone: Tone;
}
export type Phrase = readonly PhrasePart[];

/** What a step shows, in codes. */
export type StepFacts = RequestFacts | ForwardFacts | ReplyFacts | OperatorFacts;

export interface RequestFacts {
  readonly kind: 'request';
  readonly from: NodeRef;
  readonly to: NodeRef;
  /** What the request says in full. */
  readonly said: Conversation;
  readonly mode: Mode;
  /** False for a client's first line, with which there is nothing to repeat or to leave out. */
  readonly continues: boolean;
}

export interface ForwardFacts {
  readonly kind: 'forward';
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly mode: Mode;
  readonly fate: 'delivered' | 'refused' | 'lost';
  /** What the server's memory of the client gained; null when it stored nothing. */
  readonly remembered: Conversation | null;
  /** The session ID that the server was asked for and does not have. */
  readonly unknownSession: string | null;
  readonly orderSaved: boolean;
}

export interface ReplyFacts {
  readonly kind: 'reply';
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly mode: Mode;
  readonly reply: ReadResponse;
  readonly status: Status;
  /** It was asked to go on with a session that it does not have. */
  readonly unknownSession: boolean;
  /** Others have answered this customer before, and this server has not. */
  readonly newClerk: boolean;
}

export interface OperatorFacts {
  readonly kind: 'crash' | 'restart';
  readonly node: NodeRef;
  readonly result: CommandResult;
  readonly sessionsLost: number;
  readonly mode: Mode;
}

/** Why a shelf is empty, or what stands on it besides chips. */
export type ShelfRemark =
  | { readonly kind: 'policy'; readonly policy: BalancingPolicy }
  | { readonly kind: 'empty' | 'memory-lost' | 'down' | 'unknown-session' | 'needs-no-memory' };

export interface Phrasebook {
  /** BCP 47, for the `lang` attribute and for Intl. */
  readonly language: string;
  name(node: NodeRef): string;
  /** The words on the arrow, or the title of a crash's band. */
  label(facts: StepFacts): string;
  /** The smaller line below the title of a crash's band. */
  detail(facts: OperatorFacts): string;
  /** One sentence for the whole room, its decisive part in a tone of its own. */
  caption(facts: StepFacts): Phrase;
  /** A full sentence for the list of steps, all that the picture shows in words. */
  sentence(facts: StepFacts): string;
  /** The chips that an item on a shelf becomes. */
  chips(item: MemoryItem): readonly string[];
  rememberedNote(conversation: Conversation): string;
  unknownSessionNote(sessionId: string): string;
  orderSavedNote(): string;
  remark(remark: ShelfRemark): string;
  readonly drawing: DrawingWords;
}
