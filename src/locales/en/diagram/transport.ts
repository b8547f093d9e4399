/** Segments and datagrams, in English. */
import type { TransportWords } from '../../../sequence/messages/message.ts';

export const transport: TransportWords = {
  'segment.label': ({ what, numbers }) => `${what} · ${numbers}`,
  'segment.duplicate': ({ to }) => `The network has made a second copy of it. ${to} has that already.`,
  'segment.reset': ({ from, to }) => `${from} knows no such connection. ${to} gives it up.`,
  'segment.syn': ({ from }) => `${from} asks for a connection. Both note the number it begins with.`,
  'segment.syn-ack': ({ from }) => `${from} agrees, and begins with a number of its own.`,
  'segment.fin': ({ from }) => `${from} has nothing more to say, and still listens.`,
  'segment.last-fin': ({ from, to }) =>
    `${from} has nothing more to say either. ${to} remembers the connection for a while.`,
  'segment.established': ({ to }) => `${to} now knows that the connection stands.`,
  'segment.acknowledges': ({ from }) => `${from} says up to where everything has arrived.`,
  'segment.forgotten': 'The connection is forgotten.',
  'segment.resent': ({ from }) => `${from} heard nothing back, and sends the same again.`,
  'segment.data': ({ from, characters }) =>
    `${from} sends ${characters} characters, and keeps them until they are acknowledged.`,
  'segment.request': ({ line }) => `The request travels over the connection: “${line}”`,
  'segment.response': ({ line }) => `The answer comes back over the connection: “${line}”`,
  'segment.lost': ({ to }) => `The segment is lost on its way to ${to}.`,
  'segment.keeps': ({ from }) => `${from} keeps it, and waits for its timer.`,
  'segment.sends-once-more': ({ from }) => `${from} sends it once more.`,
  'segment.no-answer-again': 'Again nobody answers.',
  'segment.receiver-down': ({ to }) => `${to} is down, and answers nothing.`,

  'datagram.request.label': ({ number, text }) => `Request ${number}: “${text}”`,
  'datagram.reply.label': ({ number, text }) => `Reply ${number}: “${text}”`,
  'datagram.lost': 'The datagram is lost, and nobody is told.',
  'datagram.duplicate': ({ to }) =>
    `The network has made a second copy. ${to} takes it for another datagram.`,
  'datagram.overtaken': ({ to }) => `It was sent earlier, and overtaken on its way. ${to} cannot tell.`,
  'datagram.taken': ({ to }) => `${to} takes the datagram as it comes, and remembers nothing of it.`,
  'datagram.numbered-duplicate': 'The network has made a second copy. Its number gives it away.',
  'datagram.request': ({ from }) => `${from} itself keeps the request until it is answered.`,
  'datagram.request.resent': ({ from }) =>
    `${from} has had no reply. It still knows the request, and sends it again.`,
  'datagram.reply': ({ from }) => `${from} answers under the number of the request.`,
  'datagram.reply.repeated': ({ from }) =>
    `${from} remembers this number: it repeats its reply, and does nothing twice.`,
  'datagram.reply.done-twice': ({ from }) => `${from} remembers nothing: it has done the same a second time.`,
};
