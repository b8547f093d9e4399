/** The words with which somebody's own drawing is told, implemented once a language. */
import type { DrawnParticipant, FrameKind, ParticipantShape, SectionWord } from './drawing.ts';

export interface DrawingWords {
  /** A full sentence for the list of steps. */
  message(from: string, to: string, text: string, arrives: boolean): string;
  created(name: string): string;
  destroyed(name: string): string;
  note(names: readonly string[], text: string): string;
  frameBegins(word: FrameKind | SectionWord, text: string): string;
  framesEnd(frames: readonly FrameKind[]): string;
  /** What a head says of a participant that is more than a plain one; null when there is nothing to say. */
  shape(shape: ParticipantShape): string | null;
  box(name: string): string;
  link(link: DrawnParticipant['links'][number]): string;
  readonly notYet: string;
  readonly gone: string;
}
