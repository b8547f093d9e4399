/** What requests and replies over UDP say when the application makes them reliable itself: a number, then a text. */

export interface RetryMessage {
  readonly kind: 'request' | 'reply';
  /** Chosen by the client, counted from 1; a reply bears the number of its request. */
  readonly number: number;
  readonly text: string;
}

export function writeRetryMessage({ kind, number, text }: RetryMessage): string {
  return `${kind.toUpperCase()} ${number} ${text}`;
}

/** Null for data that says something else: anybody may send a datagram to a port. */
export function readRetryMessage(data: string): RetryMessage | null {
  const match = /^(REQUEST|REPLY) ([1-9]\d{0,14}) (.*)$/s.exec(data);
  if (match === null) return null;
  const [, kind, number, text = ''] = match;
  return { kind: kind === 'REQUEST' ? 'request' : 'reply', number: Number(number), text };
}
