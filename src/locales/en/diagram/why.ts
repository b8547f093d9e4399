/** The facts that decided a step, in English. */
import type { WhyWords } from '../../../sequence/messages/message.ts';
import { inSentence } from '../words.ts';

export const why: WhyWords = {
  'why.has-no-session': ({ node }) => `${node} got a request for a session that it doesn’t have.`,
  'why.session-was-on': ({ node }) => `That session was in the memory of ${node}.`,
  'why.session-is-on': ({ node }) => `That session is in the memory of ${node}.`,
  'why.crash-took-it': ({ node }) => `${node} crashed and lost its memory.`,
  'why.darkness-took-it': ({ node }) => `The machine of ${node} was switched off, and its memory was lost.`,
  'why.restart-took-it': ({ node }) => `A deploy restarted ${node}, which emptied its memory.`,
  'why.left-with-it': ({ node }) => `${node} was removed, and its memory with it.`,
  'why.crash-took-change': ({ node }) =>
    `Only ${node} had the session’s latest change, and that was lost with its memory.`,
  'why.was-evicted': ({ node }) => `${node} was full and evicted it to make room for another entry.`,
  'why.was-not-stored': ({ node }) => `${node} never stored it, although the client got its cookie.`,
  'why.other-data-won': ({ node }) =>
    `Only ${node} had accepted the latest change. Then it took over the other store’s data, which didn’t have it.`,
  'why.was-overwritten': ({ node }) => `On ${node}, another request wrote over the session’s change.`,
  'why.was-revived': ({ node }) => `On ${node}, another request brought the ended session back.`,
  'why.was-replaced': ({ node }) => `${node} still has it, but the client’s cookie names a new session now.`,
  'why.old-one-is-gone': ({ node }) => `${node} keeps the new one instead. What the old one held is gone.`,
  'why.has-older-data': ({ node }) => `${node} answered without the session’s latest change.`,
  'why.was-behind': ({ node }) => `The latest change hadn’t reached ${node} yet.`,
  'why.has-change-but-is-down': ({ node }) => `${node} has the latest change, and it’s down.`,
  'why.came-back-without-it': ({ node }) => `${node} was down when it was written, and came back without it.`,
  'why.never-got-it': ({ node }) => `It never reached ${node}.`,
  'why.used-own-copy': ({ node }) =>
    `${node} answered from its own copy of the session, without asking the store.`,
  'why.expired-there': ({ node }) => `Its time was over, so ${node} no longer has it.`,
  'why.ended-it': ({ node }) => `${node} had ended it.`,
  'why.was-renewed': ({ node }) => `At the login, ${node} renewed the session’s ID and deleted the old one.`,
  'why.copy-was-lost': ({ node }) => `The copy for ${node} was lost in transit.`,
  'why.copy-had-expired': ({ node }) => `By the clock of ${node}, the copy had expired, so it wasn’t kept.`,
  'why.was-not-copied': ({ node }) => `${node} hadn’t sent its copy yet.`,
  'why.has-no-connection': ({ node }) => `${node} got a segment for a connection that it doesn’t have.`,
  'why.connection-was-on': ({ node }) => `That connection was in the memory of ${node}.`,
  'why.was-closed': ({ node }) => `An operator has taken ${node} out for maintenance.`,
  'why.was-closed-to-newcomers': ({ node }) => `An operator lets ${node} take no new clients.`,
  'why.was-draining': ({ node }) => `${node} was draining, so it took no new requests.`,
  'why.lost-its-table': 'The load balancer went down, and its table of bound clients is gone.',
  'why.is-bound-to': ({ node }) => `The load balancer’s table binds the client to ${node} now.`,
  'why.was-marked-down': ({ node }) => `The load balancer has marked ${node} down.`,
  'why.did-not-answer': ({ node }) => `${node} didn’t answer.`,
  'why.addresses-moved': ({ node }) => `${node} was added, so some addresses moved to other servers.`,
  'why.closed-without-a-response': ({ node }) => `${node} closed the connection without a response.`,
  'why.was-frozen': ({ node }) =>
    `The process of ${node} was frozen. The request waits there, and is executed when it continues.`,
  'why.had-a-frozen-process': ({ node }) => `The process of ${node} was frozen, so it didn’t answer.`,
  'why.had-gone-dark': ({ node }) => `The machine of ${node} was off, so nothing answered.`,
  'why.had-crashed': ({ node }) => `${node} had crashed.`,
  'why.had-left': ({ node }) => `${node} had left the cluster.`,
  'why.no-check-had-failed': 'No health check had failed yet.',
  'why.too-few-checks-had-failed': 'Health checks had failed, but too few to mark it down.',
  'why.no-checks-are-made':
    'The load balancer makes no health checks. It only learns from requests that fail.',
  'why.is-tried-although-down': ({ node }) =>
    `${node} had been marked down by then, but the same server is tried again.`,
  'why.is-not-replaced-yet': ({ node }) => `No replica has taken over from ${node} yet.`,
  'why.gives-up': 'The load balancer is set up to give up then.',
  'why.has-no-servers': 'The load balancer has no server to send it to.',
  'why.has-taken-over': ({ node }) => `${node} has taken over, so it’s asked next.`,
  'why.system-answers': ({ node }) =>
    `The machine of ${node} runs on, so its operating system answers instead.`,
  'why.nothing-was-sent': ({ node }) =>
    `So nothing was sent to ${node} this time, and nothing more was done there.`,
  'why.closed-while-idle': ({ node }) => `${node} closed the idle connection as the request came over it.`,
  'why.is-not-repeated': 'How far it got is unknown, so the load balancer doesn’t retry.',
  'why.is-repeated': 'This request is safe to repeat, so the load balancer tried another server.',
  'why.has-no-other-server':
    'How far it got is unknown. It’s safe to repeat, but no other server was available.',
  'why.result-is-unknown': 'How far it got is unknown.',
  'why.broke-off': ({ node }) => `${node} closed the connection before it answered.`,
  'why.was-sent-again': ({ node }) => `${node} sent the request again.`,
  'why.has-the-same-key': 'Its idempotency key says that it’s the same payment.',
  'why.is-not-recognized': 'Nothing in it says that it’s the same payment.',
  'why.had-not-answered': ({ node }) => `${node} had got the request, but hadn’t answered in time.`,
  'why.was-on-its-way': ({ node }) => `A message to ${node} was still on its way.`,
  'why.had-a-full-queue': ({ node }) =>
    `All workers of ${node} were busy, and all places in its queue were taken.`,
  'why.sender-waits': ({ node }) => `${node} isn’t told, and waits for its timeout.`,
  'why.asker-waits': ({ node }) => `${node} isn’t told, and waits for this reply until its timeout.`,
  'why.sender-retransmits': ({ node }) =>
    `${node} isn’t told. It sends the segment again if no acknowledgment comes in time.`,
  'why.is-not-acknowledged': ({ node }) =>
    `An acknowledgment isn’t acknowledged itself, so ${node} doesn’t notice.`,
  'why.nobody-waits': 'No one waits for this message or its answer, so no one notices.',
  'why.was-never-there': 'No node ever had it.',
  'why.was-not-said':
    'This request, and what the server knows of the customer, don’t say enough. So the server asks for the rest.',
  'why.had-no-room': ({ node }) => `${node} is full, and it’s set up to refuse writes then.`,
  'why.is-still-loading': ({ node }) => `${node} was still loading its data.`,
  'why.is-only-a-replica': ({ node }) => `${node} was only a replica, so it refused.`,
  'why.kept-changing': 'Each time, another request had changed the session since this one had read it.',
  'why.is-locked': 'The lock of the session wasn’t free in time.',
  'why.holds-the-lock': ({ node }) => `A request on ${node} had taken the lock of this session.`,
  'why.crashed-with-the-lock': ({ node }) =>
    `${node} went down with the lock, which stays in the store until it expires.`,
  'why.was-frozen-waiting': ({ node }) =>
    `The process of ${node} was frozen until it was too late for the lock.`,
  'why.written-by-another-version': ({ node }) =>
    `${node} runs another version of the code, and can’t read this session.`,
  'why.session-expired': 'The session was idle for too long, or too old.',
  'why.token-expired': 'The token’s lifetime is over.',
  'why.token-was-revoked': 'Its owner logged out, which put the token on the deny list.',
  'why.nothing-was-shown':
    'The request had no cookie or token that says who’s asking. Without one, a server can’t tell.',
  'why.no-password-was-shown':
    'The request had no name and password. Where nothing is remembered, each request needs them.',
  'why.credentials-are-wrong': 'The database has no user with this name and password.',
  'why.has-no-login': ({ node }) =>
    `${node} found a session, but no one is logged in to it. A session alone doesn’t say who that is.`,
  'why.has-no-such-page': ({ node }) => `${node} has no page at this address.`,
  'why.is-unreadable': ({ node }) => `${node} can’t make sense of what the request says.`,
  'why.no-refresh-tokens': 'This cluster issues no refresh tokens.',
  'why.shows-no-refresh-token': ({ node }) => `${node} had no refresh token to send.`,
  'why.has-older-login': ({ node }) => `${node} knows this login with an older refresh token.`,
  'why.has-no-login-entry': ({ node }) => `${node} no longer has the login of this refresh token.`,
  'why.logout-had-ended-login': ({ node }) => `${node} had logged out, which ended it.`,
  'why.reuse-had-ended-login': ({ node }) =>
    `${node} had sent a refresh token that was used before. That ended the login.`,
  'why.was-used-before': ({ node }) =>
    `${node} had used this refresh token before, and each one works only once.`,
  'why.another-was-faster': 'Another request used this refresh token at the same moment, and was faster.',
  'why.reuse-ends-login': 'A second use could be a thief’s, so it ends the login for everyone.',
  'why.dropped-its-tokens': ({ node }) => `${node} deleted its tokens when its refresh token was refused.`,
  'why.has-no-right': 'The user is known, but their role doesn’t allow this.',
  'why.is-always-checked': ({ node }) => `${node} checks this for every request.`,
  'why.token-was-changed': 'The token isn’t what a server signed.',
  'why.has-no-key': ({ node }) => `${node} has no keys.`,
  'why.has-public-half-only': ({ node }) =>
    `${node} only has the public key, which checks signatures and makes none.`,
  'why.has-not-read-a-key': ({ node }) => `${node} hasn’t read a key from the store yet.`,
  'why.was-away': 'Meanwhile it expired.',
  'why.was-emptied': ({ node }) => `The entries of ${node} were deleted.`,
  'why.key-never-received': ({ node }) => `${node} never received the key of this token or cookie.`,
  'why.key-was-removed': ({ node }) => `${node} had the key of this token or cookie, and it was removed.`,
  'why.key-is-on': ({ node }) => `${node} has that key.`,
  'why.key-was-on': ({ node }) => `${node} had that key.`,
  'why.lost-the-keys': ({ node }) => `${node} had the servers’ keys, and lost them with its memory.`,
  'why.deleted-the-keys': ({ node }) => `${node} had the servers’ keys, and they were deleted there.`,
  'why.got-other-keys': ({ node }) => `${node} had the servers’ keys, and got others in their place.`,
  'why.never-got-the-key': ({ node }) => `${node} never got that key, so no other server could read it.`,
  'why.was-down-then': ({ node }) => `${node} was down when the key was changed.`,
  'why.was-not-told': ({ node }) => `The change of the key didn’t include ${node}.`,
  'why.keys-are-own': 'Each server makes a key of its own when it starts.',
  'why.keys-were-read-before': ({ node }) =>
    `${node} last read the keys in the store before that one was there.`,
  'why.clock-is-ahead': ({ node }) => `The clock of ${node} is ahead.`,
  'why.clock-is-behind': ({ node }) => `The clock of ${node} is behind.`,
  'why.clock-was-ahead': ({ node }) => `The clock of ${node} was ahead when it wrote these times.`,
  'why.clock-was-behind': ({ node }) => `The clock of ${node} was behind when it wrote these times.`,
  'why.token-is-from-the-future': ({ node }) =>
    `By the clock of ${node}, the token was issued in the future.`,
  'why.seal-is-broken': 'The cookie isn’t what a server sealed, so it can’t be opened.',
  'why.cookie-was-too-large': 'The cookie was larger than 4,096 bytes, so the browser ignored it.',
  'why.keeps-the-old-cookie': 'The browser keeps the cookie that it had, if any. Neither side gets an error.',
  'why.had-logged-out': ({ node }) => `${node} logged out, which deleted its own copy.`,
  'why.no-server-remembers-it': 'No server remembers the logout, so another copy works until it expires.',
  'why.had-it-on-deny-list': ({ node }) => `${node} had the token on its deny list.`,
  'why.deny-list-has-another': 'The deny list has another token of this login, and not this one.',
  'why.listed-nothing': ({ node }) =>
    `${node} didn’t accept the token at the logout. So the deny list got nothing.`,
  'why.logout-found-nothing': ({ node }) =>
    `${node} didn’t have the session at that logout, so nothing was ended.`,
  'why.logout-could-not-use-it': ({ node }) =>
    `${node} couldn’t use the session at that logout, so it ended nothing.`,
  'why.never-got-the-logout': ({ node }) =>
    `${node} never carried out the logout, and the client wasn’t told.`,
  'why.died-at-work': ({ node }) => `${node} had the request, and crashed before it answered.`,
  'why.restarted-at-work': ({ node }) =>
    `${node} had the request, and a deploy restarted it before it answered.`,
  'why.was-instructed': ({ node }) => `A command had changed something at ${node}.`,

  'why.had-changed': ({ words }) => `${inSentence(words)} had changed the session.`,
  'why.wrote-over': ({ words }) =>
    `${inSentence(words)} had read the session without that change, and wrote over it.`,
  'why.had-ended': ({ words }) => `${inSentence(words)} had ended the session.`,
  'why.brought-back': ({ words }) =>
    `${inSentence(words)} had read the session before that, and its write brought it back.`,
  'why.policy-chose': ({ node, policy }) => `The load balancer chose ${node}: ${policy}.`,
  'why.policy.first': 'it picks the first healthy server',
  'why.policy.round-robin': 'it uses round robin',
  'why.policy.least-connections': 'it picks the server with the fewest open requests',
  'why.policy.cookie': 'the cookie names that server',
  'why.policy.source-address': 'it hashes the client’s address',
  'why.message-was-lost': ({ node, loss }) => `A message to ${node} never arrived: ${loss}.`,
  'why.loss.loss': 'the network lost it',
  'why.loss.link-cut': 'the link is cut',
  'why.loss.dropped': 'it was dropped on purpose',
  'why.loss.receiver-dark': 'its machine is off',
  'why.loss.receiver-down': 'it was down',
  'why.loss.receiver-gone': 'the process that asked is gone',
};
