/** Notes beside a lifeline, and remarks on an empty memory. */
import type { MemoryRemark, NoteFacts } from '../phrasebook.ts';
import { shortId } from './excerpts.ts';
import { type Message, message } from './message.ts';
import { memoryIn } from './speech.ts';
import { entryIn } from './store.ts';

export function noteOf(note: NoteFacts): Message {
  switch (note.kind) {
    case 'remembered':
      return message(note.memory.isKnown ? 'note.known' : 'note.remembered', {
        memory: memoryIn(note.memory),
      });
    case 'overwritten':
      return message('note.overwritten', { memory: memoryIn(note.lost) });
    case 'evicted':
      return message('note.evicted', { memory: entryIn(note.lost) });
    case 'unknown-session':
      return message('note.unknown-session', { session: shortId(note.sessionId) });
    default:
      return message(`note.${note.kind}`);
  }
}

export function remarkOf(remark: MemoryRemark): Message {
  return remark.kind === 'policy'
    ? message(`remark.policy.${remark.policy}`)
    : message(`remark.${remark.kind}`);
}
