/** The name of a node in a recording's diagram; its ID where it has no lifeline. */
import type { Recording } from './recording.ts';

export function participantName({ diagram }: Recording, id: string): string {
  return diagram.participants.find((each) => each.id === id)?.name ?? id;
}
