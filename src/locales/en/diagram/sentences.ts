/** The list of steps, in English. */
import type { SentenceWords } from '../../../sequence/messages/message.ts';

export const sentences: SentenceWords = {
  'sentence.says': ({ from, to, words }) => `${from} says to ${to}: ${words}`,
  'sentence.says-again': ({ from, to, words }) => `${from} says to ${to} again: ${words}`,
  'sentence.sends': ({ from, to, words }) => `${from} sends ${to}: ${words}`,
  'sentence.tells': ({ from, to, words }) => `${from} tells ${to}: ${words}`,
  'sentence.database': ({ from, to, words }) => `${from} to ${to}: ${words}`,
  'sentence.forward': ({ from, to }) => `${from} forwards it to ${to}.`,
  'sentence.health-check': ({ from, to }) => `${from} checks the health of ${to}. It doesn’t answer.`,
  'sentence.answers': ({ from, to, status, words }) => `${from} answers ${to}: ${status}. ${words}`,
  'sentence.passes-answer-on': ({ from, to, status, words }) =>
    `${from} passes the answer on to ${to}: ${status}. ${words}`,
  'sentence.states': ({ from, to, sender, receiver }) => `${from} ${sender}, ${to} ${receiver}.`,
  'sentence.refused': 'The connection is refused.',
  'sentence.lost': 'The message is lost.',
  'sentence.too-late': 'It arrives too late.',
  'sentence.state': ({ node, state }) => `${node} ${state}.`,
  'sentence.has-no-session': ({ server, session }) => `${server} has no session ${session}.`,
  'sentence.remembers': ({ server, memory }) => `${server} remembers: ${memory}.`,
  'sentence.ends-session': ({ server }) => `${server} ends the session.`,
  'sentence.order-saved': 'The order is saved in the database.',
  'sentence.payment-saved': 'The payment is in the database.',
  'sentence.remembers-nothing': ({ server }) => `${server} remembers nothing.`,
};
