/** Why a TCP sends a reset, from the events that led to it. */
import type { ClusterEvent, ClusterMessage } from '../simulation/cluster.ts';
import { has } from '../simulation/protocols/tcp/segment.ts';

export const resetReasons = [
  /** The segment that it answers belongs to no connection (RFC 9293 §3.10.7.1). */
  'no-connection',
  /** The process died before it had read everything (RFC 1122 §4.2.2.13). */
  'unread-data',
  /** Data came after the process had died. */
  'dead-process',
  /** A SYN came for a port at which no process listens any more. */
  'no-listener',
  /** A SYN was acknowledged that it hasn't sent: the peer has an older connection (RFC 9293 §3.5.1). */
  'older-connection',
  /** Its application gave the connection up (ABORT). */
  'given-up',
] as const;

export type ResetReason = (typeof resetReasons)[number];

/** Finds the reason of each reset as the events come. */
export class ResetReader {
  readonly #reasons = new Map<ClusterMessage['id'], ResetReason>();

  follow(event: ClusterEvent, events: readonly ClusterEvent[]): void {
    if (event.kind !== 'message-sent') return;
    const { id, body } = event.message;
    if (body.kind === 'tcp-segment' && has(body, 'RST')) this.#reasons.set(id, reasonOf(event, events));
  }

  of(message: ClusterMessage['id']): ResetReason | null {
    return this.#reasons.get(message) ?? null;
  }
}

type Sent = Extract<ClusterEvent, { readonly kind: 'message-sent' }>;

function reasonOf(sent: Sent, events: readonly ClusterEvent[]): ResetReason {
  const cause = sent.cause === null ? undefined : events[sent.cause];
  switch (cause?.kind) {
    case 'node-crashed':
      return 'unread-data';
    case 'message-refused':
      return ofRefused(cause.message);
    case 'message-delivered': {
      const reaction = events.slice(cause.id + 1, sent.id).filter((event) => event.cause === cause.id);
      if (reaction.some((event) => event.kind === 'recalled' && !event.found)) return 'no-connection';
      return reaction.some(({ kind }) => kind === 'forgot') ? 'given-up' : 'older-connection';
    }
    default:
      return 'given-up';
  }
}

/** The process is dead. Its operating system still has the connection, or has dropped that, too. */
function ofRefused({ body }: ClusterMessage): ResetReason {
  if (body.kind !== 'tcp-segment') return 'no-connection';
  if (has(body, 'SYN')) return 'no-listener';
  return body.data === '' ? 'no-connection' : 'dead-process';
}
