/** A sequence diagram that can be stepped through. It does not know whether a simulation made it. */
import type {
  ArrowHead,
  Centres,
  Colour,
  FrameKind,
  ImportedLink,
  ParticipantShape,
  SectionWord,
} from './imported-diagram.ts';
import type { Phrase, Role, Tone } from './phrasebook.ts';

export interface Participant {
  readonly id: string;
  /** Whoever stands in somebody's drawing is a person or a thing, and has no part in a cluster. */
  readonly role: Role | 'person' | 'thing';
  readonly name: string;
  /** Servers only: their number, from 1. */
  readonly ordinal: number;
  /** Of a head that stands for several who have no part in the run: all of them, the first of whom it is named by. */
  readonly folded?: readonly string[];
  /** Of whoever stands in somebody's drawing. */
  readonly drawn?: DrawnAs;
}

interface DrawnAs {
  readonly shape: ParticipantShape;
  /** Stands beside the name: strokes on a square of 24, and what they mean. Null for a plain participant or a person. */
  readonly sign: { readonly path: string; readonly name: string } | null;
  readonly links: readonly ImportedLink[];
}

export type Row = MessageRow | BandRow | NoteRow | FrameRow;

export interface MessageRow {
  readonly kind: 'message';
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly tone: Exclude<Tone, 'plain' | 'memory'>;
  readonly line: 'solid' | 'dashed';
  /** False for a message that never reached its receiver. */
  readonly arrives: boolean;
  readonly notes: readonly Note[];
  /** The stage's own arrow when left out. */
  readonly head?: ArrowHead;
  /** Which of its ends are points on the lifelines; none when left out. */
  readonly centres?: Centres;
  /** How many bars lie on the first one of the lifeline, at either end; none when left out. */
  readonly bars?: { readonly from: number; readonly to: number };
  /** Stands before the label; none when left out. */
  readonly number?: number;
}

/** A word beside a participant's lifeline. */
export interface Note {
  readonly participant: string;
  readonly text: string;
  readonly tone: 'memory' | 'failure' | 'plain';
}

/** Something that happens to a participant, across the whole diagram. */
export interface BandRow {
  readonly kind: 'band';
  readonly participant: string;
  readonly tone: 'failure' | 'reply' | 'plain';
  readonly icon: BandIcon;
  readonly title: string;
  readonly detail: string;
}

type BandIcon =
  | 'crash'
  | 'restart'
  | 'add'
  | 'drain'
  | 'cut'
  | 'heal'
  | 'drop'
  | 'instruct'
  | 'give-up'
  | 'notice';

/** A note that is a step of its own. */
export interface NoteRow {
  readonly kind: 'note';
  readonly place: 'left' | 'right' | 'over';
  /** The first and the last participant that it lies over; the same one twice beside or over one. */
  readonly participants: readonly [string, string];
  readonly text: string;
  readonly tone: 'plain';
}

/** The beginning of a frame around several steps, or of another part of it. */
export interface FrameRow {
  readonly kind: 'frame';
  readonly word: FrameKind | SectionWord;
  readonly text: string;
  readonly tone: 'plain';
}

export interface DiagramStep {
  readonly key: string;
  /** Steps of the same request belong together. */
  readonly request: string;
  readonly row: Row;
  readonly caption: Phrase;
  readonly sentence: string;
  /** Deserves a tick of its own on the scrubber. */
  readonly mark: 'crash' | 'restart' | 'failure' | null;
}

/** From one step to another, both included, by index; `to` is null when it does not end. */
export interface Span {
  readonly participant: string;
  readonly from: number;
  readonly to: number | null;
}

/** A participant at work. */
export interface Activation extends Span {
  /** Whether it works with what it remembers, misses what it should remember, or needs no memory. */
  readonly tone: 'memory' | 'failure' | 'plain';
  /** How many others of the same participant it lies on. */
  readonly level: number;
}

/** Encloses the steps from one to another, both included, by index: a frame that begins with its word, or a ground below them. */
export type Frame = {
  readonly from: number;
  readonly to: number;
  /** How many others it lies in. */
  readonly depth: number;
} & ({ readonly kind: 'frame' } | ({ readonly kind: 'ground' } & Coloured));

interface Coloured {
  /** As somebody chose it. */
  readonly colour: Colour | null;
  /** The same for any theme, as CSS writes it. */
  readonly tint: string;
}

/** Participants side by side that belong together, from the first to the last. */
export interface Group extends Coloured {
  readonly participants: readonly [string, string];
  /** Empty when it has none. */
  readonly name: string;
}

export interface Chip {
  readonly id: string;
  readonly text: string;
  /** `warning` is what the cluster knows of itself, not a user's state. */
  readonly kind: 'memory' | 'lost' | 'warning';
}

export interface Head {
  readonly participant: Participant;
  readonly isUp: boolean;
  /** False while this participant does not exist, not yet or no longer. */
  readonly isThere: boolean;
  /** A machine that can be crashed and restarted at this step. */
  readonly hasPower: boolean;
  /** Whether this participant takes part in the present step, and how. */
  readonly activity: 'idle' | 'active' | 'failing';
  readonly chips: readonly Chip[];
  readonly remark: string | null;
  /** Bytes of user state, or of what is known of connections where those are the subject. */
  readonly bytes: number;
}

export interface SequenceDiagram {
  readonly participants: readonly Participant[];
  readonly groups: readonly Group[];
  readonly steps: readonly DiagramStep[];
  readonly activations: readonly Activation[];
  /** While a participant is down. */
  readonly outages: readonly Span[];
  /** While a participant does not exist, not yet or no longer. */
  readonly absences: readonly Span[];
  readonly frames: readonly Frame[];
  /** The heads as they are once step `index` is shown. */
  headsAt(index: number): readonly Head[];
}
