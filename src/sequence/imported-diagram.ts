/** An imported sequence diagram: its contents from top to bottom, in no particular language. */

export interface ImportedDiagram {
  /** Empty without a title. */
  readonly title: string;
  readonly participants: readonly ImportedParticipant[];
  readonly boxes: readonly ImportedBox[];
  readonly lines: readonly ImportedLine[];
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

export interface ImportedParticipant {
  readonly id: string;
  readonly name: string;
  readonly shape: ParticipantShape;
  /** Shown as text: links of an imported diagram can't be followed. */
  readonly links: readonly ImportedLink[];
}

export interface ImportedLink {
  readonly label: string;
  readonly target: string;
}

/** A box around adjacent participants. */
export interface ImportedBox {
  /** Empty without a name. */
  readonly name: string;
  readonly colour: Colour | null;
  readonly participants: readonly string[];
}

/** A colour that its author chose for a different background. Channels from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export type ImportedLine =
  | ImportedMessage
  | ImportedNote
  | { readonly kind: 'begin-frame'; readonly frame: FrameKind; readonly text: string }
  /** Another part of the innermost frame. */
  | { readonly kind: 'section'; readonly word: SectionWord; readonly text: string }
  | { readonly kind: 'end-frame' }
  /** The following lines stand on a background of this colour. */
  | { readonly kind: 'begin-ground'; readonly colour: Colour | null }
  | { readonly kind: 'end-ground' }
  | { readonly kind: 'begin-work' | 'end-work'; readonly participant: string };

export interface ImportedMessage {
  readonly kind: 'message';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly line: 'solid' | 'dashed';
  readonly head: ArrowHead;
  /** Which of its ends are points on the lifelines. */
  readonly centres: Centres;
  /** Number given by the diagram's own count; null without one. */
  readonly number: number | null;
  /** Participants that this message creates and destroys. */
  readonly creates: string | null;
  readonly destroys: string | null;
}

export interface Centres {
  readonly from: boolean;
  readonly to: boolean;
}

export interface ImportedNote {
  readonly kind: 'note';
  readonly place: 'left' | 'right' | 'over';
  /** The first and the last participant that it spans; equal for a note beside or over one participant. */
  readonly participants: readonly [string, string];
  readonly text: string;
}

/**
 * End of a line: a filled arrow, nothing, an open arrow, a cross, or filled arrows at both ends; or half an arrow,
 * filled or a single stroke, at the end or at the start. Its top is that of an arrow to the right: it turns with the
 * arrow.
 */
export type ArrowHead =
  | 'arrow'
  | 'none'
  | 'open'
  | 'cross'
  | 'both'
  | `${'half' | 'stick'}-${'top' | 'bottom'}${'' | '-back'}`;

export type FrameKind = 'loop' | 'alt' | 'opt' | 'par' | 'critical' | 'break';
export type SectionWord = 'else' | 'and' | 'option';
