/** Segments and datagrams, in English. */
import type { TransportWords } from '../../../sequence/messages/message.ts';

export const transport: TransportWords = {
  'segment.label': ({ what, numbers }) => `${what} · ${numbers}`,
  'segment.duplicate': ({ to }) => `The network duplicated it. ${to} already has this segment.`,
  'segment.reset.no-connection': ({ from, to }) => `${from} has no such connection. ${to} closes it.`,
  'segment.reset.no-connection.alone': ({ from }) => `${from} has no such connection.`,
  'segment.reset.unread-data': ({ from }) =>
    `${from}’s process died with unread data. Its operating system resets the connection.`,
  'segment.reset.dead-process': ({ from }) =>
    `${from} has no process any more that reads it. Its operating system resets the connection.`,
  'segment.reset.no-listener': ({ from }) =>
    `No process listens on ${from} any more, so its operating system refuses the connection.`,
  'segment.reset.older-connection': ({ from }) =>
    `The answer was for an older connection. ${from} no longer has it, and resets it.`,
  'segment.reset.given-up': ({ from, to }) => `${from} gives up the connection. ${to} closes it, too.`,
  'segment.reset.given-up.alone': ({ from }) => `${from} gives up the connection.`,
  'segment.syn': ({ from }) => `${from} asks for a connection. Both remember its first sequence number.`,
  'segment.syn.alone': ({ from }) => `${from} asks for a connection.`,
  'segment.syn-ack': ({ from }) => `${from} agrees, and sends a sequence number of its own.`,
  'segment.fin': ({ from }) => `${from} has nothing more to send, but still receives.`,
  'segment.fin.too': ({ from }) => `${from} has nothing more to send either.`,
  'segment.fin.dead-process': ({ from }) =>
    `${from}’s process has died. Its operating system closes the connection.`,
  'segment.last-fin': ({ from, to }) =>
    `${from} has nothing more to send either. ${to} remembers the connection a while longer.`,
  'segment.established': ({ to }) => `${to} now knows that the connection is established.`,
  'segment.acknowledges': ({ from }) => `${from} acknowledges everything so far.`,
  'segment.acknowledges.dead-process': ({ from }) =>
    `${from}’s operating system acknowledges everything so far.`,
  'segment.forgets': ({ to }) => `${to} forgets the connection.`,
  'segment.remembers-longer': ({ to }) => `${to} remembers the connection a while longer.`,
  'segment.forgotten': 'Both ends have forgotten the connection.',
  'segment.resent': ({ from }) => `${from} got no acknowledgment, and retransmits.`,
  'segment.data': ({ from, characters }) =>
    `${from} sends ${characters} characters, and keeps them until the ACK arrives.`,
  'segment.request': ({ line }) => `The request travels over the connection: “${line}”`,
  'segment.response': ({ line }) => `The answer returns over the connection: “${line}”`,
  'segment.rest-of-request': 'The rest of the request travels over the connection.',
  'segment.rest-of-response': 'The rest of the answer returns over the connection.',
  'segment.lost': ({ to }) => `The segment is lost on its way to ${to}.`,
  'segment.keeps': ({ from }) => `${from} keeps it, and waits for its timer.`,
  'segment.sends-once-more': ({ from }) => `${from} retransmits it.`,
  'segment.no-answer-again': 'Again, no answer.',
  'segment.receiver-down': ({ to }) => `${to} is down, and doesn’t answer.`,

  'datagram.request.label': ({ number, text }) => `Request ${number}: “${text}”`,
  'datagram.reply.label': ({ number, text }) => `Reply ${number}: “${text}”`,
  'segment.refused': 'Its process is dead, so the operating system answers.',
  'segment.ack-taken': 'Its process is dead, so the operating system takes the ACK.',
  'datagram.refused': 'No process listens there any more, so the operating system answers.',
  'datagram.lost': 'The datagram is lost, without an error.',
  'datagram.duplicate': ({ to }) => `The network duplicated it. To ${to} it’s another datagram.`,
  'datagram.overtaken': ({ to }) => `It was sent earlier and overtaken. ${to} can’t tell.`,
  'datagram.taken': ({ to }) => `${to} takes the datagram as it comes, and remembers nothing.`,
  'datagram.numbered-duplicate': 'The network duplicated it. The number shows that.',
  'datagram.numbered-duplicate.done-again': ({ to }) =>
    `The network duplicated it. ${to} has no record of this number, so it does the work again.`,
  'datagram.request': ({ from }) => `${from} itself keeps the request until the reply arrives.`,
  'datagram.request.resent': ({ from }) => `${from} got no reply. It still has the request, and retries.`,
  'datagram.reply': ({ from }) => `${from} replies with the request’s number.`,
  'datagram.reply.repeated': ({ from }) =>
    `${from} remembers this number: it repeats its reply, and nothing else.`,
  'datagram.reply.done-twice': ({ from }) => `${from} remembers nothing: it has done the work twice.`,
  'datagram.reply.forgotten': ({ from }) =>
    `${from} has lost its record of this number: it has done the work twice.`,
};
