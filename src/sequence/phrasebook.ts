/** The words of a diagram in one language, as functions of facts. `messages/formatter.ts` makes one of a catalogue. */
import type { BalancingPolicy } from '../simulation/actors/balancing.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Reason } from '../trace/reasons.ts';
import type { ImportedWords } from './imported-words.ts';
import type { NodeRef } from './node-ref.ts';
import type { RequestIntent, ResponseMeaning, SessionFacts, StepFacts } from './step-facts.ts';

export type { NodeRef, Role } from './node-ref.ts';

export type Tone = 'plain' | 'request' | 'reply' | 'failure' | 'memory';

/** A piece of running text; a phrase is its pieces put together without anything in between. */
export interface PhrasePart {
  readonly text: string;
  readonly tone: Tone;
}
export type Phrase = readonly PhrasePart[];

/** Why a memory is empty, or what stands on it besides chips. */
export type MemoryRemark =
  | { readonly kind: 'policy'; readonly policy: BalancingPolicy }
  | {
      readonly kind:
        | 'empty'
        | 'memory-lost'
        | 'down'
        | 'not-here-yet'
        | 'gone'
        | 'draining'
        | 'unknown-session'
        | 'needs-no-memory';
    };

export interface Phrasebook {
  /** BCP 47, for the `lang` attribute and for Intl. */
  readonly language: string;
  name(node: NodeRef): string;
  /** So many servers that have no part in the run, under one head. */
  idleServers(count: number): string;
  /** The words on the arrow, or the title of a band. */
  label(facts: StepFacts): string;
  /** The smaller line below the title of a band; empty for a message. */
  detail(facts: StepFacts): string;
  /** One sentence for the whole room, its decisive part in a tone of its own. */
  caption(facts: StepFacts): Phrase;
  /** A full sentence for the list of steps, all that the picture shows in words. */
  sentence(facts: StepFacts): string;
  /** The chips that an item on a memory becomes. */
  chips(item: MemoryItem, scenario: Scenario): readonly string[];
  /** On a node that cannot reach this one. */
  cutOffChip(far: NodeRef): string;
  /** Instead of so many chips that have no room on the memory. */
  moreChips(count: number): string;
  /** The words beside a lifeline, on what a message has brought about there. */
  note(note: NoteFacts): string;
  remark(remark: MemoryRemark): string;
  /** One of the facts that decided a step, as a sentence. */
  why(reason: WhyFacts): string;
  /** What a client says with a request, and what it is told with a response. */
  said(intent: RequestIntent): string;
  answered(meaning: ResponseMeaning): string;
  /** What an operator tells a node to do. */
  order(command: NodeCommand): string;
  readonly imported: ImportedWords;
}

export type WhyFacts = Reason<NodeRef>;

export type NoteFacts =
  | { readonly kind: 'remembered'; readonly memory: SessionFacts }
  | { readonly kind: 'forgotten' | 'order-saved' | 'charged' }
  | { readonly kind: 'unknown-session'; readonly sessionId: string };
