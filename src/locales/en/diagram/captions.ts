/** The one sentence for the whole room, in English. */
import type { CaptionWords } from '../../../sequence/messages/message.ts';
import { ended } from '../../phrases.ts';
import { inSentence, won } from '../words.ts';

export const captions: CaptionWords = {
  'caption.lost': ({ to }) => `The message is lost on its way to ${to}.`,
  'caption.not-told': ({ from }) => `${from} isn’t told.`,
  'caption.link-cut': 'The link is cut.',
  'caption.receiver-dark': 'Its machine is off, so nothing answers.',
  'caption.port-unreachable': ({ from, to }) =>
    `${from}’s operating system tells ${to}: nothing listens on this port.`,
  'caption.reaches-frozen': ({ to }) => `The message reaches ${to}, whose process is frozen.`,
  'caption.held': 'It waits there until the process continues.',
  'caption.receiver-gone': 'No request is waiting for it any longer.',
  'caption.no-answer': ({ to }) => `${to} doesn’t answer.`,
  'caption.nothing-sent': 'Nothing was sent.',
  'caption.not-forwarded': 'The request never reached it.',
  'caption.connection-close': ({ from, to }) => `${from} closes an idle connection to ${to}.`,
  'caption.crosses': 'A request is already on its way over it.',
  'caption.hand-over.session-id': ({ from, to }) => `${to} now has ${from}’s session ID.`,
  'caption.hand-over.token': ({ from, to }) => `${to} now has ${from}’s token.`,
  'caption.hand-over.cookie': ({ from, to }) => `${to} now has ${from}’s sealed cookie.`,
  'caption.hand-over.password': ({ from, to }) => `${to} now has ${from}’s name and password.`,
  'caption.hand-over.nothing': ({ from, to }) =>
    `${from} has nothing yet that says who it is, so ${to} gets nothing.`,
  'caption.database': ({ from, to }) => `${from} to ${to}:`,
  'caption.database.words': ({ words }) => words,
  'caption.health-check': 'A health check:',

  'caption.asks-again': ({ asker }) => `${asker} got no answer and retries.`,
  'caption.asks-again.after-error': ({ asker }) => `${asker} got an error and retries.`,
  'caption.browser-resends': ({ asker }) =>
    `${asker}’s connection closed. The browser repeats the request on its own.`,
  'caption.logs-in': ({ asker }) => `${asker} sends name and password.`,
  'caption.asks': ({ asker }) => `${asker} asks:`,
  'caption.says': ({ asker }) => `${asker} says:`,
  'caption.says-what-is-new': ({ asker }) => `${asker} only says what’s new.`,
  'caption.says-everything': ({ asker }) => `${asker} says everything, every time.`,

  'caption.looks-for-session': ({ server }) => `${server} looks for this customer’s session.`,
  'caption.has-none': 'It has none.',
  'caption.saves-payment': ({ server }) => `${server} saves the payment in the database.`,
  'caption.saves-order': ({ server }) => `${server} saves the order in the database.`,
  'caption.saves-order.stateless': ({ server }) =>
    `${server} saves the order in the database, and remembers nothing itself.`,
  'caption.request-arrives': ({ server }) => `The request goes to ${server}.`,
  'caption.checks-password': ({ server }) =>
    `${server} checks name and password in the database. It remembers nothing.`,
  'caption.checks-token': ({ server }) => `${server} checks the token’s signature, and remembers nothing.`,
  'caption.brings-state': ({ server }) => `The request brings all of the state. ${server} remembers nothing.`,
  'caption.brings-cookie': ({ server }) => `The state is in a sealed cookie. ${server} remembers nothing.`,
  'caption.brings-nothing': ({ server }) =>
    `The request doesn’t say who is asking. ${server} remembers nothing.`,
  'caption.brings-no-token': ({ server }) => `The request brings no token. ${server} remembers nothing.`,
  'caption.brings-no-cookie': ({ server }) =>
    `The request brings no sealed cookie. ${server} remembers nothing.`,
  'caption.ends-session': ({ server }) => `${server} ends the session and deletes it.`,
  'caption.finds-session': ({ server }) => `${server} finds the session,`,
  'caption.too-old': 'but it has expired. It deletes it.',
  'caption.tries-next': ({ server }) => `The load balancer tries the next server: ${server}.`,
  'caption.remembers': ({ server }) => `${server} remembers:`,
  'caption.still-knows': ({ server }) => `${server} still knows:`,

  'caption.evicted': ({ memory }) => `It’s full and evicts ${memory}.`,
  'caption.overwritten': ({ words }) => ended(`That overwrites the change of ${words}`),
  'caption.revived': ({ words }) => `That brings back the session that ${inSentence(words)} had ended.`,
  'caption.was-overwritten': ({ server }) =>
    `${server} had been told, but another request’s write overwrote it.`,

  'caption.answers': ({ server }) => `${server} answers.`,
  'caption.answers.new-server': ({ server }) => `${server} is new to this customer, but can answer.`,
  'caption.answers-late': ({ server }) => `${server} answers too late.`,
  'caption.too-late': 'The client has stopped waiting.',
  'caption.charged-anyway': ({ amountWon, charge }) =>
    `${won(amountWon)} were charged anyway: payment ${charge}.`,
  'caption.not-charged-again': ({ charge }) => `It charged nothing again: payment ${charge} was made before.`,
  'caption.ordered-anyway': 'The order is saved anyway.',
  'caption.reaches-nobody': ({ server }) => `${server} answers, but reaches no one.`,
  'caption.passes-answer-on': ({ server }) => `${server} passes the answer on.`,
  'caption.store-lacks-customer': 'The store that answered doesn’t know this customer.',
  'caption.told-too-little': ({ server }) => `${server} needs more than this request says.`,
  'caption.never-met-customer': ({ server }) => `${server} has never served this customer.`,
  'caption.does-not-know-customer': ({ server }) => `${server} doesn’t know this customer.`,

  'failed.no-server': 'No server is available.',
  'failed.server-unreachable': 'The load balancer can’t connect to the server, and gives up.',
  'failed.server-timeout': 'The server didn’t answer in time. What it did is unknown.',
  'failed.connection-reset': 'The server closed the connection without an answer. What it did is unknown.',
  'failed.server-busy': ({ server }) => `${server}’s queue is full.`,
  'failed.database-unavailable': ({ server }) => `${server} can’t reach the database.`,
  'failed.sessions-unavailable': ({ server }) => `${server} can’t use the session store.`,
  'failed.store-full': ({ server }) =>
    `The session store is full, so it refuses what ${server} has to save in it.`,
  'failed.cannot-sign': ({ server }) => `${server} has no key to sign a token with.`,
  'failed.cannot-seal': ({ server }) => `${server} has no key to encrypt a cookie with.`,
  'failed.session-conflict': ({ server }) =>
    `Other requests kept changing the session, so ${server} gives up.`,
  'failed.session-locked': ({ server }) => `The session stays locked, so ${server} gives up.`,
  'failed.store-lacks-session': 'The store that answered doesn’t have this session.',
  'failed.lacks-session': ({ server }) => `${server} has no such session.`,
  'failed.lacks-session.new-server': ({ server }) =>
    `${server} has never served this customer, and has no such session.`,
  'failed.other-format': ({ server }) => `${server} finds a session of another version, and can’t read it.`,
  'failed.expired-session': ({ server }) => `${server} finds the session, but it has expired.`,
  'failed.login-unknown': ({ server }) => `${server} doesn’t know that this customer has logged in.`,
  'failed.asker-unknown': ({ server }) => `${server} doesn’t know who is asking.`,
  'failed.wrong-credentials': 'The name or the password is wrong.',
  'failed.forbidden': ({ server }) => `${server} knows who this is, and refuses.`,
  'failed.unknown-key': ({ server }) => `${server} has no key for this token or cookie.`,
  'failed.bad-signature': ({ server }) => `${server} finds that the signature doesn’t match this token.`,
  'failed.bad-seal': ({ server }) =>
    `${server} can’t open this cookie: it was changed, or sealed with another key.`,
  'failed.not-yet-valid': ({ server }) => `By ${server}’s clock, this token isn’t valid yet.`,
  'failed.wrong-algorithm': ({ server }) => `${server} only accepts its own algorithm.`,
  'failed.expired': ({ server }) => `By ${server}’s clock, the token has expired.`,
  'failed.revoked': 'The token is on the deny list.',
  'failed.invalid-grant': 'The refresh token is invalid, expired or revoked.',
  'failed.bad-token': ({ server }) => `${server} doesn’t accept this token.`,
  'failed.bad-request': ({ server }) => `${server} can’t process this request.`,

  'caption.timed-out': ({ node }) => `${node} stops waiting.`,
  'caption.broken-connection': ({ node }) => `${node} lost its connection.`,
  'caption.reset': ({ node, by }) => `${node} lost its connection to ${by}.`,
  'caption.connection-expired': ({ node }) => `${node} forgets the connection.`,
  'caption.promoted': ({ node }) => `${node} takes over as the primary.`,
  'caption.left': ({ node }) => `${node} leaves.`,
  'caption.notices': ({ node }) => `${node} notices:`,
  'caption.server-down': ({ server }) => `${server} is down.`,
  'caption.server-up': ({ server }) => `${server} is up again.`,
};
