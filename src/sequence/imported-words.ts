/** The words for an imported diagram, implemented once per language. */
import type { FrameKind, ImportedLink, ParticipantShape, SectionWord } from './imported-diagram.ts';

export interface ImportedWords {
  /** A full sentence for the list of steps. */
  message(from: string, to: string, text: string): string;
  /** For a message that ends in a cross. */
  readonly crossed: string;
  created(name: string): string;
  destroyed(name: string): string;
  note(names: readonly string[], text: string): string;
  frameBegins(word: FrameKind | SectionWord, text: string): string;
  /** In place of a folded frame, by the number of its messages. */
  folded(word: FrameKind, text: string, messages: number): string;
  framesEnd(frames: readonly FrameKind[]): string;
  shape(shape: Exclude<ParticipantShape, 'participant' | 'actor'>): string;
  link(link: ImportedLink): string;
  readonly notYet: string;
  readonly gone: string;
}
