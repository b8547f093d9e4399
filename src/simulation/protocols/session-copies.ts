/**
 * Messages between servers that replicate sessions. There's no standard: products use proprietary protocols. This one
 * has a command word, then a line of JSON per session.
 */
import type { EndedSession, Session } from '../session.ts';
import type { Writer } from './writer.ts';

/** A session's current state, or that it has ended. */
export type SessionCopy =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'ended-session'; readonly ended: EndedSession };

export type ReplicationMessage =
  /** Sent after a write. */
  | { readonly kind: 'session-copy'; readonly copy: SessionCopy }
  /** Sent by a server that has just started, to request all sessions. */
  | { readonly kind: 'sessions-wanted' }
  /** All sessions of a server: the reply to `sessions-wanted`, or a copy sent before leaving. */
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
