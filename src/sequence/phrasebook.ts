/** A diagram's words in one language, as functions of facts. `messages/formatter.ts` makes one from a catalogue. */
import type { BalancingPolicy } from '../simulation/actors/balancing.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Reason } from '../trace/reasons.ts';
import type { ImportedWords } from './imported-words.ts';
import type { NodeRef } from './node-ref.ts';
import type { EntryFacts, RequestIntent, ResponseMeaning, SessionFacts, StepFacts } from './step-facts.ts';

export type { NodeRef, Role } from './node-ref.ts';

export type Tone = 'plain' | 'request' | 'reply' | 'failure' | 'memory';

/** A piece of running text. A phrase joins its pieces without separators. */
export interface PhrasePart {
  readonly text: string;
  readonly tone: Tone;
  /** In a narration. Default: neither. */
  readonly look?: 'bold' | 'code';
}
export type Phrase = readonly PhrasePart[];

/** Why a memory is empty, or a text in it besides chips. */
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
        | 'dark'
        | 'frozen'
        | 'unknown-session'
        | 'needs-no-memory';
    };

export interface Phrasebook {
  /** BCP 47, for the `lang` attribute and for Intl. */
  readonly language: string;
  name(node: NodeRef): string;
  /** Name of a head that stands for several idle servers. */
  idleServers(count: number): string;
  /** The words on an arrow, or the title of a band. */
  label(facts: StepFacts): string;
  /** The smaller line below the title of a band; empty for a message. */
  detail(facts: StepFacts): string;
  /** One sentence for the whole room, its decisive part in a tone of its own. */
  caption(facts: StepFacts): Phrase;
  /** A full sentence for the list of steps, with all that the picture shows. */
  sentence(facts: StepFacts): string;
  /** The chips of an item in a memory. */
  chips(item: MemoryItem, scenario: Scenario): readonly string[];
  /** On a node that can't reach this one. */
  cutOffChip(far: NodeRef): string;
  /** In place of `count` chips that don't fit. */
  moreChips(count: number): string;
  /** The words beside a lifeline, about a message's effect there. */
  note(note: NoteFacts): string;
  remark(remark: MemoryRemark): string;
  /** One of the facts that decided a step, as a sentence. */
  why(reason: WhyFacts): string;
  /** A client's request, or the response to it, in words. */
  said(intent: RequestIntent): string;
  answered(meaning: ResponseMeaning): string;
  /** Words of a node command. */
  order(command: NodeCommand): string;
  readonly imported: ImportedWords;
}

export type WhyFacts = Reason<NodeRef>;

export type NoteFacts =
  | { readonly kind: 'remembered'; readonly memory: SessionFacts }
  | { readonly kind: 'forgotten' | 'order-saved' | 'charged' | 'revived' }
  | { readonly kind: 'overwritten'; readonly lost: SessionFacts }
  | { readonly kind: 'evicted'; readonly lost: EntryFacts }
  | { readonly kind: 'unknown-session'; readonly sessionId: string };
