/** A sequence diagram that can be stepped through. It doesn't depend on a simulation. */
import type {
  ArrowHead,
  Centres,
  Colour,
  FrameKind,
  ImportedDiagram,
  ImportedLink,
  ParticipantShape,
  SectionWord,
} from './imported-diagram.ts';
import type { Phrase, Role, Tone } from './phrasebook.ts';

export interface Participant {
  readonly id: string;
  /** A participant of an imported diagram is a person or a thing, and has no role in a cluster. */
  readonly role: Role | 'person' | 'thing';
  readonly name: string;
  /** Servers only: their number, from 1. */
  readonly ordinal: number;
  /** For a head that stands for several idle servers: all of them. The head is named after the first. */
  readonly folded?: readonly string[];
  /** For participants of an imported diagram. */
  readonly drawn?: DrawnAs;
}

interface DrawnAs {
  readonly shape: ParticipantShape;
  /** Beside the name: strokes on a square of 24, and their meaning. Null for a plain participant or a person. */
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
  /** False for a message that never reaches its receiver. */
  readonly arrives: boolean;
  readonly notes: readonly Note[];
  /** Default: the stage's own arrow. */
  readonly head?: ArrowHead;
  /** Which of its ends are points on the lifelines. Default: none. */
  readonly centres?: Centres;
  /** Nesting depth of the bars at either end. Default: none. */
  readonly bars?: { readonly from: number; readonly to: number };
  /** Shown before the label. Default: none. */
  readonly number?: number;
  /** Index of the first row that happened while it was under way. Default: none did. */
  readonly departs?: number;
}

/** A short text beside a participant's lifeline. */
export interface Note {
  readonly participant: string;
  readonly text: string;
  readonly tone: 'memory' | 'failure' | 'plain';
}

/** An event at one participant, across the whole diagram. */
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
  | 'freeze'
  | 'thaw'
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
  /** The first and the last participant that it spans; equal for a note beside or over one participant. */
  readonly participants: readonly [string, string];
  readonly text: string;
  readonly tone: 'plain';
  /** In place of a folded frame: the frame's index. */
  readonly folded?: number;
}

/** Start of a frame around several steps, or of another part of it. */
export interface FrameRow {
  readonly kind: 'frame';
  readonly word: FrameKind | SectionWord;
  readonly text: string;
  readonly tone: 'plain';
}

export interface DiagramStep {
  readonly key: string;
  /** Groups the steps of one request. */
  readonly request: string;
  readonly row: Row;
  readonly caption: Phrase;
  readonly sentence: string;
  /** Gets a tick of its own on the scrubber. */
  readonly mark: 'crash' | 'restart' | 'failure' | null;
  /** What the author of an imported diagram says about it, in place of the caption. Default: nothing. */
  readonly narration?: Phrase;
  /** For the presenter's window only. Default: nothing. */
  readonly presenterNote?: string;
}

/** A range of steps by index, inclusive; `to` is null if it never ends. */
export interface Span {
  readonly participant: string;
  readonly from: number;
  readonly to: number | null;
}

/** A participant is down, or its process stands still. */
export interface Outage extends Span {
  readonly kind: 'down' | 'frozen';
}

/** A participant at work. */
export interface Activation extends Span {
  /** Whether it uses its memory, misses something in it, or doesn't need it. */
  readonly tone: 'memory' | 'failure' | 'plain';
  /** Nesting depth: how many bars of the same participant are below it. */
  readonly level: number;
}

/** Encloses a range of steps by index, inclusive: a frame with a keyword, or a background. */
export type Frame = {
  readonly from: number;
  readonly to: number;
  /** Nesting depth. */
  readonly depth: number;
} & ({ readonly kind: 'frame' } | ({ readonly kind: 'ground' } & Coloured));

interface Coloured {
  /** As the diagram's author chose it. */
  readonly colour: Colour | null;
  /** A CSS colour, the same in any theme. */
  readonly tint: string;
}

/** Adjacent participants that belong together, from the first to the last. */
export interface Group extends Coloured {
  readonly participants: readonly [string, string];
  /** Empty without a name. */
  readonly name: string;
}

export interface Chip {
  readonly id: string;
  readonly text: string;
  /** `warning` marks cluster state, such as a failed server, rather than user state. */
  readonly kind: 'memory' | 'lost' | 'warning';
}

export interface Head {
  readonly participant: Participant;
  readonly isUp: boolean;
  /** Up, but its process stands still. */
  readonly isFrozen: boolean;
  /** False while this participant doesn't exist, yet or any more. */
  readonly isThere: boolean;
  /** Whether it can be crashed or restarted at this step. */
  readonly hasPower: boolean;
  /** Whether and how this participant takes part in the present step. */
  readonly activity: 'idle' | 'active' | 'failing';
  /** While the reader looks at one participant: this one, or one that has nothing to do with it. */
  readonly emphasis?: 'focused' | 'dimmed';
  readonly chips: readonly Chip[];
  readonly remark: string | null;
  /** Bytes of user state, or of connection state where connections are the subject. */
  readonly bytes: number;
}

/** A frame and its parts, by the steps from a part's heading to its last row, both included. */
export interface Block {
  /** Its index among all frames of the diagram, shown or not. */
  readonly id: number;
  readonly word: FrameKind;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly from: number;
  readonly to: number;
}

export interface WalkOptions {
  /** Whether every row is a stop of its own. */
  readonly isFull: boolean;
  /** The chosen part of a block: the block's ID, and the part's index. A block that isn't listed takes its first part. */
  readonly choices: Readonly<Record<number, number>>;
  /** What is shown of the diagram. Default: all of it. */
  readonly view?: DiagramView;
}

/** What a reader wants to see of an imported diagram. Participants and frames by their indices in the whole diagram. */
export interface DiagramView {
  readonly hidden: readonly number[];
  readonly folded: readonly number[];
  /** The participant whose messages stand out. */
  readonly focus: number | null;
}

export interface Stop {
  /** Index of the row that stands for the stop: its message, if it has one. */
  readonly at: number;
  /** All rows that arrive with it, in order. */
  readonly rows: readonly number[];
  /** The words of all rows together. */
  readonly step: DiagramStep;
}

export interface Walk {
  readonly options: WalkOptions;
  readonly stops: readonly Stop[];
  /** The stop of each row; null for a row that is passed over. */
  readonly stopOf: readonly (number | null)[];
}

/** What only an imported diagram has. */
interface ImportedParts {
  /** What it was made of: the part of the imported diagram that is shown. */
  readonly source: ImportedDiagram;
  readonly blocks: readonly Block[];
  /** The way through its frames. */
  readonly walk: Walk;
  /** For each step, the line that it was made of, as an index in the whole diagram. */
  readonly lines: readonly number[];
}

/** The reader looks at one participant. */
export interface Focus {
  readonly participant: string;
  /** Steps that have nothing to do with it. */
  readonly dimmed: ReadonlySet<number>;
}

export interface SequenceDiagram {
  readonly participants: readonly Participant[];
  readonly groups: readonly Group[];
  readonly steps: readonly DiagramStep[];
  readonly activations: readonly Activation[];
  readonly outages: readonly Outage[];
  /** While a participant doesn't exist, yet or any more. */
  readonly absences: readonly Span[];
  readonly frames: readonly Frame[];
  /** Whether messages that were under way during others are drawn aslant, from departure to arrival. Default: no. */
  readonly drawsTransit?: boolean;
  /** Default: all participants are looked at alike. */
  readonly focus?: Focus;
  readonly imported?: ImportedParts;
  /** The heads at step `index`. */
  headsAt(index: number): readonly Head[];
}
