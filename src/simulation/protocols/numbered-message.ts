/** Requests and replies with a number, which matches replies to requests and reveals duplicates. */

export interface NumberedMessage {
  readonly kind: 'request' | 'reply';
  /** Chosen by the client, from 1. A reply carries its request's number. */
  readonly number: number;
  readonly text: string;
}

export function writeNumbered({ kind, number, text }: NumberedMessage): string {
  return `${kind.toUpperCase()} ${number} ${text}`;
}

/** Null for other data: any host can send a datagram to a port. */
export function readNumbered(data: string): NumberedMessage | null {
  const match = /^(REQUEST|REPLY) ([1-9]\d{0,14}) (.*)$/s.exec(data);
  if (match === null) return null;
  const [, kind, number, text = ''] = match;
  return { kind: kind === 'REQUEST' ? 'request' : 'reply', number: Number(number), text };
}
