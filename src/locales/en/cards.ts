/** The cards in English: what people often get wrong. */
import type { CardWords } from '../../features/guide/card-words.ts';
import { number } from './words.ts';

export const cardWords: CardWords = {
  search: 'Search the cards',
  sources: 'Where it is written',
  linkTo: (heading) => `Link to “${heading}”`,
  count: (cards) => (cards === 1 ? '1 card' : `${number.format(cards)} cards`),
  nothingFound: (query) => `No card speaks of “${query}”. Try another word, or a shorter one.`,
  groups: {
    layers: 'Layers',
    tcp: 'TCP',
    sessions: 'Sessions',
    tokens: 'Tokens',
    shop: 'The shop',
  },
  cards: {
    'state-is-what-is-remembered': {
      heading: 'State is what a system remembers',
      text: 'State is whatever was kept from what happened before, and changes what happens next. Without it, every request is treated as if it were the first. All of these lessons ask where that memory is, and what happens when it is gone.',
    },
    'whose-state-at-which-layer': {
      heading: '“Is it stateful?” is half a question',
      text: 'Stateful or stateless is said of one protocol or one component, at one layer. Servers can forget every customer while the database remembers every order. So ask: whose state, and at which layer?',
    },
    'http-and-tcp-are-no-rivals': {
      heading: 'HTTP and TCP are not opposites',
      text: 'HTTP is stateless: each request can be understood on its own. It still travels over TCP, whose two ends remember their connection. They stand on different layers, and one visit uses both.',
    },
    'stateless-may-remember': {
      heading: 'Stateless does not forbid a server to remember',
      text: 'It means that nothing remembered is needed to understand a request. A server may keep accounts, caches and logs all the same. With cookies it can even hold a stateful session over HTTP, which is stateless itself.',
    },
    'a-connection-is-another-question': {
      heading: 'An open connection does not make HTTP stateful',
      text: 'HTTP/1.1 keeps its connections open for more requests, and stays stateless: no request leans on the one before. Connection-oriented and stateful are answers to different questions.',
    },
    'reliability-is-another-question': {
      heading: 'Reliable is yet another question',
      text: 'UDP promises neither that a datagram arrives nor that it arrives only once. QUIC runs over UDP and is stateful: both ends remember the connection. What runs below does not decide what is remembered above.',
    },
    'udp-is-little-mechanism': {
      heading: 'UDP was not made for speed',
      text: 'It was made to need a minimum of mechanism. It has no congestion control, so whoever sends much over UDP has to see to that in the application. Whether it comes out faster depends on what is built on top.',
    },
    'udp-has-no-requests': {
      heading: 'UDP knows no request and no reply',
      text: 'It carries single datagrams; which one answers which is for the application to say. And an HTTP message is not a packet: TCP carries it as a stream of bytes, in as many segments as it takes.',
    },
    'handshake-has-three-segments': {
      heading: 'Three segments, and two moments of being established',
      text: 'The second segment is one SYN,ACK, not two segments. The client is ESTABLISHED when that arrives, the server only at the last ACK. In between the two ends differ, and that is as it should be.',
    },
    'lost-connection-is-not-resumed': {
      heading: 'A lost connection is not resumed',
      text: 'A host that has restarted knows nothing of the connection and answers with a reset. TCP does not pick it up again: the application has to connect anew, and find out how far it had come.',
    },
    'session-is-no-login': {
      heading: 'A session need not be a login',
      text: 'It can begin with the first click: a cart is enough. It ends on the server, by logging out or by a timeout. Closing the window does not end it there.',
    },
    'cookie-or-server-memory': {
      heading: '“In a cookie” and “in server memory” are opposite places',
      text: 'Data in a cookie is kept by the client and travels with every request. A session ID in a cookie is only a key: what it opens is kept by the server.',
    },
    'session-id-is-a-password': {
      heading: 'While it lives, a session ID is as good as a password',
      text: 'It means nothing and is drawn at random, with at least 64 bits of entropy, so that nobody guesses it. But whoever holds it is taken for the user until the session ends.',
    },
    'login-renews-the-id': {
      heading: 'A login needs a new session ID',
      text: 'Otherwise somebody who planted the old one is logged in together with the victim: that is session fixation. HttpOnly, Secure and SameSite protect the cookie that carries the new one.',
    },
    'accounts-survive': {
      heading: 'A crash loses sessions, not accounts',
      text: 'Accounts, prices and orders are in the database. When a server’s memory is gone, people log in again; nobody has to register again.',
    },
    'crash-loses-only-copies': {
      heading: 'A crash takes only what was there alone',
      text: 'A session is lost when its only copy was in that server’s memory. If another server or a store has it too, the crash takes nothing from the user.',
    },
    'stickiness-copies-nothing': {
      heading: 'Sticky sessions copy nothing',
      text: 'The load balancer only sends you to the same server every time. When that server is gone you are sent to another one, and it has never heard of your session.',
    },
    'shared-store-moves-the-state': {
      heading: 'With a shared store, the servers are stateless and the system is not',
      text: 'The state has moved into the store, and the store can fail too. If its copies are made asynchronously, writes that it has confirmed may be lost when the primary dies.',
    },
    'in-flight-is-unknown': {
      heading: 'Stateless servers do not make crashes harmless',
      text: 'Of a request that was under way, nobody knows whether it took effect. What is not idempotent must not be sent again by itself: a second payment is a second charge, unless a key tells the server that it is the same one.',
    },
    'signed-is-readable': {
      heading: 'A signed token can be read by anyone',
      text: 'It is signed and not encrypted: whoever holds it can read it. The signature tells that nobody has changed it, and hides nothing. Secrets do not belong in it.',
    },
    'token-replaces-the-session-only': {
      heading: 'What is not stored is the session',
      text: 'With a token the server need not keep sessions. Accounts are still kept in the database, and a login is still checked there.',
    },
    'checking-a-token-is-more': {
      heading: 'Checking a token is more than “did we issue it?”',
      text: 'Has it expired? Is the algorithm the one we use? Is it meant for this service? Only after that comes the last question: may this user do this?',
    },
    'stateless-has-its-price': {
      heading: '“Stateless takes load off the server” is half the truth',
      text: 'There is nothing to look up, but requests are larger and each signature has to be checked. To log somebody out at once, a list of revoked tokens is needed, and with it the servers are not quite stateless any more.',
    },
    'ticket-and-wristband': {
      heading: 'A cloakroom ticket and a signed wristband',
      text: 'A session ID is a cloakroom ticket: worth something only while the coat hangs behind the counter. A token is a signed wristband: it says by itself what its wearer may do. “Card and cash” fits less well: cash has no name on it.',
    },
    'token-or-cookie-are-two-questions': {
      heading: 'Session or token is one question, cookie or header another',
      text: 'One asks where the state is, the other how the proof travels. A token can travel in a cookie, and a session ID in a header.',
    },
    'server-works-it-out': {
      heading: 'Two at 3,000 won are 6,000 won, and the server works it out',
      text: 'Even when a request says everything, the sum is for the server to make. It takes the price from its own database and never from the client.',
    },
    'complete-is-not-trusted': {
      heading: 'A complete request is not a trusted request',
      text: 'Complete means that nothing is missing. Whether what a client says is true, and whether the client may ask for it, the server has to check every time.',
    },
  },
};
