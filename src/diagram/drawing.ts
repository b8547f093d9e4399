/** A sequence diagram that somebody drew by hand: what is in it from top to bottom, in nobody's language. */

export interface Drawing {
  /** Empty when it has none. */
  readonly title: string;
  readonly participants: readonly DrawnParticipant[];
  readonly lines: readonly DrawnLine[];
}

export const participantShapes = [
  'participant',
  'actor',
  'boundary',
  'control',
  'entity',
  'database',
  'collections',
  'queue',
] as const;
export type ParticipantShape = (typeof participantShapes)[number];

export interface DrawnParticipant {
  readonly id: string;
  readonly name: string;
  readonly shape: ParticipantShape;
  /** The name of the box around it and others; null outside of any. */
  readonly box: string | null;
  /** Shown as text: nothing in a drawing can be followed. */
  readonly links: readonly { readonly label: string; readonly target: string }[];
}

export type DrawnLine =
  | DrawnMessage
  | DrawnNote
  | { readonly kind: 'begin-frame'; readonly frame: FrameKind; readonly text: string }
  /** Another part of the innermost frame. */
  | { readonly kind: 'section'; readonly word: SectionWord; readonly text: string }
  | { readonly kind: 'end-frame' }
  | { readonly kind: 'begin-work' | 'end-work'; readonly participant: string };

export interface DrawnMessage {
  readonly kind: 'message';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly line: 'solid' | 'dashed';
  readonly head: ArrowHead;
  readonly arrives: boolean;
  /** As counted by whoever drew it; null without a number. */
  readonly number: number | null;
  /** Who begins to exist with this message, and who ceases to. */
  readonly creates: string | null;
  readonly destroys: string | null;
}

export interface DrawnNote {
  readonly kind: 'note';
  readonly place: 'left' | 'right' | 'over';
  /** The first and the last participant that it lies over; the same one twice beside or over one. */
  readonly participants: readonly [string, string];
  readonly text: string;
}

/** What stands at the end of a line: an arrow, nothing, or a point; arrows at both ends, or at the beginning alone. */
export type ArrowHead = 'arrow' | 'none' | 'point' | 'both' | 'back';

export type FrameKind = 'loop' | 'alt' | 'opt' | 'par' | 'critical' | 'break' | 'rect';
export type SectionWord = 'else' | 'and' | 'option';
