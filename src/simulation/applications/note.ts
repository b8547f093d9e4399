/** A note that a customer leaves in the session, such as a message that goes with a present. */
import { type Header, type HttpRequest, headerOf } from '../protocols/http.ts';

export const NOTE_LENGTH_MAX = 10_000;

/** Brings the note with each request, where the client carries it. */
const NOTE_HEADER = 'X-Note';

const TEXT = 'Happy birthday, and see you soon! ';

/** A note of this length. */
export function noteOf(characters: number): string {
  return TEXT.repeat(Math.ceil(characters / TEXT.length)).slice(0, characters);
}

export function noteHeader(note: string): Header {
  return [NOTE_HEADER, note];
}

/** The note that a request brings. The input is untrusted. */
export function noteIn(request: HttpRequest): string | undefined {
  const note = headerOf(request, NOTE_HEADER);
  return isNote(note) ? note : undefined;
}

export function isNote(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= NOTE_LENGTH_MAX;
}
