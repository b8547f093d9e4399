/** Which of its messages the inspector shows. The languages only word them. */
import type { HeaderNote } from '../../sequence/read-message.ts';
import type { NodeSnapshot } from '../../trace/snapshots.ts';
import type { Fate } from '../../trace/visible-events.ts';
import { worded } from '../wording.ts';
import type { HeaderMessage, InspectText, MessageOutcome, NodeState, StoreCommand } from './inspect-text.ts';

export function headerText(words: InspectText, note: HeaderNote): string {
  if (note.kind === 'plain') return words.plainHeaders[note.name];
  if (note.kind === 'challenge') {
    const kind = note.isInvented ? 'challenge-invented' : 'challenge';
    return worded<HeaderMessage>(words.headers, { kind });
  }
  if (note.kind !== 'set-cookie') return worded(words.headers, note);
  const kind = note.isDeleted ? 'cookie-deleted' : 'cookie-set';
  return worded<HeaderMessage>(words.headers, { kind, cookie: note.cookie });
}

const storeCommands: readonly StoreCommand[] = ['GET', 'SET', 'DEL', 'FLUSHALL', 'PING', 'SYNC', 'REPLICAOF'];

/** Null for a word that is none: an answer of the store. */
export function storeCommandText(words: InspectText, word: string): string | null {
  const command = storeCommands.find((each) => each === word);
  return command === undefined ? null : words.storeCommands[command];
}

export function outcomeOf(fate: Fate, isLate: boolean): MessageOutcome {
  if (fate.kind === 'lost') return fate.why;
  if (fate.kind === 'refused') return 'refused';
  return isLate ? 'late' : 'arrived';
}

type NodeLife = Pick<NodeSnapshot, 'isUp' | 'isFrozen' | 'isDark' | 'membership'>;

export function nodeStateOf({ isUp, isFrozen, isDark, membership }: NodeLife): NodeState {
  if (membership === 'absent') return 'absent';
  if (isDark) return 'dark';
  if (isFrozen) return 'frozen';
  if (!isUp) return 'down';
  return membership === 'draining' ? 'draining' : 'up';
}
