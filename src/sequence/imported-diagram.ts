/** An imported sequence diagram: its contents from top to bottom, in no particular language. */

import type { Formulas } from './formulas.ts';

export interface ImportedDiagram {
  /** Empty without a title. */
  readonly title: string;
  readonly participants: readonly ImportedParticipant[];
  readonly boxes: readonly ImportedBox[];
  readonly lines: readonly ImportedLine[];
  /** For screen readers. Absent without either. */
  readonly accessible?: { readonly title: string; readonly description: string };
  /** Text of the formulas in it. Absent without any. */
  readonly formulas?: Formulas;
  /** As the author wrote them. Absent without any. */
  readonly settings?: ImportedSettings;
}

export interface ImportedSettings {
  /** The lines between the fences of the front matter, with the title; empty without it. */
  readonly frontMatter: string;
  /** All directives, such as `%%{init: …}%%`, one per line; empty without any. */
  readonly directives: string;
  /** Whether messages are numbered from the start, by the configuration. */
  readonly isNumbered: boolean;
  /** Whether the diagram's title is that of the front matter. It can have one of its own. */
  readonly isTitled: boolean;
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
  /** Of any scheme. Only pages over https are opened, when the reader asks for it (`web-address.ts`). */
  readonly links: readonly ImportedLink[];
  /** Mermaid's `properties`, which it doesn't draw. Absent without any. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly wrap?: Wrap;
}

/** Whether Mermaid breaks a long text into lines (`wrap:`, `nowrap:`). Absent where its configuration decides. */
export type Wrap = boolean;

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
  readonly wrap?: Wrap;
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
  /** `isOver`: parts of a `par` may be drawn beside each other (`par_over`). */
  | { readonly kind: 'begin-frame'; readonly frame: FrameKind; readonly text: string; readonly isOver?: true }
  /** Another part of the innermost frame. */
  | { readonly kind: 'section'; readonly word: SectionWord; readonly text: string }
  | { readonly kind: 'end-frame' }
  | ImportedGround
  | { readonly kind: 'end-ground' }
  | { readonly kind: 'begin-work' | 'end-work'; readonly participant: string }
  /** How messages are numbered from here. Null leaves the next number, or the step, as it is. */
  | {
      readonly kind: 'count';
      readonly start: number | null;
      readonly by: number | null;
      readonly isShown: boolean;
    }
  /** A comment directly above a line: what to say about it, in the caption or in the presenter's window only. */
  | { readonly kind: 'narration'; readonly text: string; readonly isForPresenter: boolean };

/** The following lines stand on a background of this colour. */
export interface ImportedGround {
  readonly kind: 'begin-ground';
  readonly colour: Colour | null;
  /** What Mermaid fills it with in place of a colour. Absent with a colour, and with one that can't be read. */
  readonly fill?: 'none' | 'theme';
}

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
  /** Whether the arrow itself activates its receiver (`->>+`). Default: no. */
  readonly activates?: true;
  /** How many of the messages above happened while it was under way. Default: none. */
  readonly transit?: number;
  readonly wrap?: Wrap;
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
  readonly wrap?: Wrap;
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

/** IDs of the participants that a line needs. */
export function idsIn(line: ImportedLine): readonly string[] {
  if (line.kind === 'message') return [line.from, line.to];
  if (line.kind === 'note') return line.participants;
  return line.kind === 'begin-work' || line.kind === 'end-work' ? [line.participant] : [];
}

export type FrameKind = 'loop' | 'alt' | 'opt' | 'par' | 'critical' | 'break';
export type SectionWord = 'else' | 'and' | 'option';
