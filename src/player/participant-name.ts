/** The name of a node in a recording's diagram; its ID if it has no lifeline. */
import { type Recording, wholeOf } from './recording.ts';

/** Also of a hidden one. */
export function participantName(recording: Recording, id: string): string {
  return wholeOf(recording).diagram.participants.find((each) => each.id === id)?.name ?? id;
}
