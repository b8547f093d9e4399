/**
 * What servers say to each other that keep copies of the same sessions. There is no standard for it: products that
 * replicate sessions have protocols of their own. This one has a word, and JSON, a line for each session.
 */
import type { EndedSession, Session } from '../session.ts';
import type { Writer } from './writer.ts';

/** A session as it is, or that it has ended. */
export type SessionCopy =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'ended-session'; readonly ended: EndedSession };

export type ReplicationMessage =
  /** After a write. */
  | { readonly kind: 'session-copy'; readonly copy: SessionCopy }
  /** From a server that knows nothing yet. */
  | { readonly kind: 'sessions-wanted' }
  /** All that a server knows, for one that knows nothing yet, or because it leaves. */
  | { readonly kind: 'session-copies'; readonly copies: readonly SessionCopy[] };

export function writeReplication(message: ReplicationMessage, out: Writer): void {
  switch (message.kind) {
    case 'session-copy':
      writeCopy(message.copy, out);
      return;
    case 'sessions-wanted':
      out.ascii('SEND ALL\n');
      return;
    case 'session-copies':
      for (const copy of message.copies) writeCopy(copy, out);
      return;
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

function writeCopy(copy: SessionCopy, out: Writer): void {
  switch (copy.kind) {
    case 'session':
      out.ascii('KEEP ');
      out.text(JSON.stringify(copy.session));
      break;
    case 'ended-session':
      out.ascii('ENDED ');
      out.text(JSON.stringify(copy.ended));
      break;
    default:
      throw new Error(`Unknown copy ${copy satisfies never}`);
  }
  out.ascii('\n');
}
