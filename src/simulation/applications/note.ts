/** A note that a customer leaves in the session, such as a message that goes with a present. */

export const NOTE_LENGTH_MAX = 10_000;

const TEXT = 'Happy birthday, and see you soon! ';

/** A note of this length. */
export function noteOf(characters: number): string {
  return TEXT.repeat(Math.ceil(characters / TEXT.length)).slice(0, characters);
}

export function isNote(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= NOTE_LENGTH_MAX;
}
