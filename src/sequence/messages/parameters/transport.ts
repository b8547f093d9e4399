/** Segments and datagrams: their words and their effects. */

export type TransportIds =
  | 'segment.forgotten'
  | 'segment.no-answer-again'
  | 'datagram.lost'
  | 'datagram.refused'
  | 'segment.refused'
  | 'segment.ack-taken'
  | 'segment.rest-of-request'
  | 'segment.rest-of-response'
  | 'datagram.numbered-duplicate';

export interface TransportParameters<Text> {
  /** `numbers` are sequence and acknowledgment numbers in the field's notation. */
  'segment.label': { what: Text; numbers: string };
  'segment.duplicate': { to: Text };
  'segment.reset.no-connection': { from: Text; to: Text };
  'segment.reset.no-connection.alone': { from: Text };
  'segment.reset.unread-data': { from: Text };
  'segment.reset.dead-process': { from: Text };
  'segment.reset.no-listener': { from: Text };
  'segment.reset.older-connection': { from: Text };
  'segment.reset.given-up': { from: Text; to: Text };
  'segment.reset.given-up.alone': { from: Text };
  'segment.syn': { from: Text };
  'segment.syn.alone': { from: Text };
  'segment.syn-ack': { from: Text };
  'segment.fin': { from: Text };
  'segment.fin.too': { from: Text };
  'segment.fin.dead-process': { from: Text };
  'segment.last-fin': { from: Text; to: Text };
  'segment.established': { to: Text };
  'segment.acknowledges': { from: Text };
  'segment.acknowledges.dead-process': { from: Text };
  'segment.forgets': { to: Text };
  'segment.remembers-longer': { to: Text };
  'segment.resent': { from: Text };
  'segment.data': { from: Text; characters: number };
  'segment.request': { line: string };
  'segment.response': { line: string };
  'segment.lost': { to: Text };
  'segment.keeps': { from: Text };
  'segment.sends-once-more': { from: Text };
  'segment.receiver-down': { to: Text };

  'datagram.request.label': { number: number; text: string };
  'datagram.reply.label': { number: number; text: string };
  'datagram.duplicate': { to: Text };
  'datagram.numbered-duplicate.done-again': { to: Text };
  'datagram.overtaken': { to: Text };
  'datagram.taken': { to: Text };
  'datagram.request': { from: Text };
  'datagram.request.resent': { from: Text };
  'datagram.reply': { from: Text };
  'datagram.reply.repeated': { from: Text };
  'datagram.reply.done-twice': { from: Text };
  'datagram.reply.forgotten': { from: Text };
}
