/** Requests and replies that bear a number, so that a reply can be told from another, and a copy from what is new. */

export interface NumberedMessage {
  readonly kind: 'request' | 'reply';
  /** Chosen by the client, counted from 1; a reply bears the number of its request. */
  readonly number: number;
  readonly text: string;
}

export function writeNumbered({ kind, number, text }: NumberedMessage): string {
  return `${kind.toUpperCase()} ${number} ${text}`;
}

/** Null for data that says something else: anybody may send a datagram to a port. */
export function readNumbered(data: string): NumberedMessage | null {
  const match = /^(REQUEST|REPLY) ([1-9]\d{0,14}) (.*)$/s.exec(data);
  if (match === null) return null;
  const [, kind, number, text = ''] = match;
  return { kind: kind === 'REQUEST' ? 'request' : 'reply', number: Number(number), text };
}
