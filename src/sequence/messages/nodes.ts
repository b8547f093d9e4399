/** The messages that name nodes, and those that wrap others. */
import type { NodeRef } from '../node-ref.ts';
import { type Message, message, type TonedMessage } from './message.ts';

export function nameOf({ role, ordinal }: NodeRef): Message {
  switch (role) {
    case 'client':
      return ordinal === 1 ? message('client') : message('client.numbered', { ordinal });
    case 'server':
      return message('server', { ordinal });
    default:
      return message(role);
  }
}

/** Both ends of a message's way. */
export function endsOf({ from, to }: { readonly from: NodeRef; readonly to: NodeRef }) {
  return { from, to };
}

export function quoted(words: Message): Message {
  return message('quoted', { words });
}

export function verbatim(text: string): Message {
  return message('verbatim', { text });
}

export function ended(words: Message): Message {
  return message('ended', { words });
}

export function plain(each: Message): TonedMessage {
  return { message: each, tone: 'plain' };
}

export function toned(tone: TonedMessage['tone'], each: Message): TonedMessage {
  return { message: each, tone };
}
