/** The cards in English: what people often get wrong. */
import type { CardWords } from '../../features/guide/card-words.ts';
import { number } from './words.ts';

export const cardWords: CardWords = {
  search: 'Search the cards',
  sources: 'Sources',
  linkTo: (heading) => `Link to “${heading}”`,
  count: (cards) => (cards === 1 ? '1 card' : `${number.format(cards)} cards`),
  nothingFound: (query) => `No card mentions “${query}”. Try another word, or a shorter one.`,
  groups: {
    layers: 'Layers',
    tcp: 'TCP',
    sessions: 'Sessions',
    tokens: 'Tokens',
    deploying: 'Deploying',
    shop: 'The shop',
  },
  cards: {
    'state-is-what-is-remembered': {
      heading: 'State is what a system remembers',
      text: 'State is what a system keeps from earlier events and uses later. Without it, every request is treated as the first one. Each lesson asks where that memory is, and what happens when it’s gone.',
    },
    'whose-state-at-which-layer': {
      heading: '“Is it stateful?” is half a question',
      text: 'Stateful or stateless describes one protocol or one component, at one layer. Servers can forget every customer while the database remembers every order. So ask: whose state, and at which layer?',
    },
    'http-and-tcp-are-no-rivals': {
      heading: 'HTTP and TCP aren’t opposites',
      text: 'HTTP is stateless: each request can be understood on its own. It still travels over a stateful transport, TCP for HTTP/1.1 and HTTP/2, or QUIC for HTTP/3. They’re different layers, and one visit uses both.',
    },
    'stateless-may-remember': {
      heading: 'A stateless protocol still lets a server remember',
      text: 'It means that each request can be understood without earlier ones. A server may still keep accounts, caches and logs. With cookies it can even hold a stateful session over HTTP.',
    },
    'rest-asks-for-stateless': {
      heading: 'REST puts session state on the client',
      text: 'One of REST’s constraints is called stateless: each request carries all the information needed to understand it. The server uses no stored context, so session state stays on the client. Data such as orders may still be stored.',
    },
    'a-connection-is-another-question': {
      heading: 'An open connection doesn’t make HTTP stateful',
      text: 'HTTP/1.1 keeps connections open for more requests and stays stateless: no request depends on the one before. Connection-oriented and stateful are different properties.',
    },
    'http-versions-share-their-meaning': {
      heading: 'HTTP/2 and HTTP/3 are as stateless as HTTP/1.1',
      text: 'All versions share the meaning of a request. Below it they do keep state: HTTP/2 compresses header fields with a table for each connection, and HTTP/3 runs over QUIC connections.',
    },
    'reliability-is-another-question': {
      heading: 'Reliability is another question',
      text: 'UDP guarantees neither that a datagram arrives nor that it arrives only once. QUIC runs over UDP and is stateful: both ends remember the connection. A lower layer doesn’t decide what a higher one remembers.',
    },
    'udp-is-little-mechanism': {
      heading: 'UDP is minimal, which isn’t the same as fast',
      text: 'UDP aims at a minimum of mechanism. It has no congestion control, so an application that sends much has to add its own. Whether it’s faster depends on what’s built on top.',
    },
    'udp-has-no-requests': {
      heading: 'UDP doesn’t match replies to requests',
      text: 'It carries single datagrams. RFC 768 calls it transaction oriented, but matching a reply to its request is up to the application. An HTTP message isn’t a packet either: over TCP, it’s part of a stream of bytes.',
    },
    'tls-is-left-out': {
      heading: 'TLS is left out of the picture',
      text: 'The stage shows messages as plain text, although the cookies are marked Secure. On a real network, TLS encrypts them, and only the two ends can read them. The lessons leave it out so that you can read along.',
    },
    'tickets-and-syn-cookies': {
      heading: 'TLS and TCP ask the same question',
      text: 'A TLS 1.3 session ticket is either a lookup key for the server’s memory, or encrypted state that the client carries. A server with SYN cookies encodes a connection that isn’t established yet in a sequence number, and stores nothing.',
    },
    'quic-connections-migrate': {
      heading: 'A QUIC connection survives a change of network',
      text: 'TCP identifies a connection by its addresses and ports, so a phone that changes networks loses it. QUIC uses connection IDs, and the connection moves along. Its state is still at both ends, so its packets must reach the same server.',
    },
    'handshake-has-three-segments': {
      heading: 'Three segments, two moments of ESTABLISHED',
      text: 'The second segment is one SYN,ACK, not two segments. The client is ESTABLISHED when it arrives, the server only at the last ACK. In between, the two ends disagree, and that’s fine.',
    },
    'lost-connection-is-not-resumed': {
      heading: 'TCP doesn’t resume a lost connection',
      text: 'A restarted host has no record of the connection and answers with a reset. The application has to open a new connection, and find out how far the old one got.',
    },
    'session-is-no-login': {
      heading: 'A session isn’t always a login',
      text: 'It can begin with the first click: a cart is enough. It ends on the server, by logout or by a timeout. Closing the window doesn’t end it there.',
    },
    'cookie-or-server-memory': {
      heading: '“In a cookie” and “in server memory” are opposite places',
      text: 'The client keeps the data in a cookie, and sends it with requests to that site. A session ID in a cookie only names data that the server keeps.',
    },
    'session-id-is-a-password': {
      heading: 'While it’s valid, a session ID is as good as a password',
      text: 'It means nothing and is random, with at least 64 bits of entropy, so that no one guesses it. But anyone who presents it counts as the user until the session ends.',
    },
    'login-renews-the-id': {
      heading: 'A login needs a new session ID',
      text: 'Otherwise an attacker who planted the old ID is logged in along with the victim: session fixation. HttpOnly, Secure and SameSite protect the cookie that carries the new ID.',
    },
    'how-an-id-is-planted': {
      heading: 'How an attacker plants a session ID',
      text: 'A script in the page (XSS) can set the cookie if there’s none yet, even where the site’s own is HttpOnly. A subdomain can set it for the whole domain. A site that accepts IDs in links makes it even easier. A new ID at login makes the planted one worthless.',
    },
    'httponly-stops-theft-not-xss': {
      heading: 'HttpOnly stops theft, not XSS',
      text: 'In cross-site scripting (XSS), an attacker’s script runs in the site’s own page. HttpOnly keeps it from reading the session cookie. The script can still send requests, and the browser adds the cookie.',
    },
    'samesite-stops-csrf': {
      heading: 'SameSite limits CSRF',
      text: 'In cross-site request forgery (CSRF), another site makes the browser send a request here, cookie included. SameSite=Lax leaves the cookie out of such a POST, but not out of a followed link. Most sites also need a CSRF token.',
    },
    'accounts-survive': {
      heading: 'A crash loses sessions, not accounts',
      text: 'Accounts, prices and orders are in the database. When a server loses its memory, people log in again; they don’t have to register again.',
    },
    'crash-loses-only-copies': {
      heading: 'A crash loses only what had no copy',
      text: 'A session is lost if its only copy was in that server’s memory. If another server or a store has it too, the user loses nothing.',
    },
    'stickiness-copies-nothing': {
      heading: 'Sticky sessions copy nothing',
      text: 'The load balancer only sends you to the same server every time. When that server is gone, you reach another one, which doesn’t have your session.',
    },
    'shared-store-moves-the-state': {
      heading: 'With a shared store, the servers are stateless and the system isn’t',
      text: 'The state has moved into the store, and the store can fail too. If it replicates asynchronously, writes that it has confirmed may be lost when the primary crashes.',
    },
    'last-write-wins': {
      heading: 'Two tabs, one session: the last write wins',
      text: 'Two requests read the same session, change it, and write it back. The second write overwrites the first: a lost update. A version number prevents it, if the store refuses a write with an old version.',
    },
    'in-flight-is-unknown': {
      heading: 'Stateless servers don’t make crashes harmless',
      text: 'The result of a request in flight is unknown. A client shouldn’t automatically retry one that isn’t idempotent: a second payment is a second charge. An idempotency key tells the server that it’s the same payment.',
    },
    'signed-is-readable': {
      heading: 'Anyone who has a signed token can read it',
      text: 'It’s signed, not encrypted. The signature shows that no one without the key has changed it, and hides nothing. Keep secrets out of it.',
    },
    'token-replaces-the-session-only': {
      heading: 'A token replaces the session, not the account',
      text: 'The token itself can carry what the server would otherwise look up in a session. Accounts are still in the database, and the password is still checked there.',
    },
    'checking-a-token-is-more': {
      heading: 'Checking a token is more than “did we issue it?”',
      text: 'Has it expired? Is it our algorithm? Is it meant for this service? Only then comes the last question: may this user do this?',
    },
    'stateless-has-its-price': {
      heading: '“Stateless takes load off the server” is half the truth',
      text: 'There’s no lookup, but requests are larger and every signature has to be checked. Logging a user out at once takes state: a deny list, a cut-off time per user, or a question to the issuer.',
    },
    'ticket-and-wristband': {
      heading: 'A session is a note, a token is a signed wristband',
      text: 'A session is a note that the server keeps; its ID only says which note. A token is a signed wristband: it says what its wearer may do, and any server with the key can check it.',
    },
    'token-or-cookie-are-two-questions': {
      heading: 'Session or token is one question, cookie or header another',
      text: 'One asks where the state is, the other how the proof travels. A token can travel in a cookie, and a session ID in a header.',
    },
    'where-a-browser-keeps-a-token': {
      heading: 'Where should a browser keep a token?',
      text: 'Any script of the site can read localStorage, so one XSS hole leaks the token. Scripts can’t read an HttpOnly cookie. But the browser sends cookies automatically, so they need protection against CSRF.',
    },
    'shared-secret-or-public-key': {
      heading: 'A leaked shared secret signs admin tokens',
      text: 'With a shared secret (HS256), every server that checks tokens can also sign them, and so can anyone who steals its key. With public-key signatures, a server that only checks tokens holds a public key, and that key signs none.',
    },
    'a-deploy-is-a-planned-crash': {
      heading: 'A deploy is a planned crash',
      text: 'A rolling deploy drains one server after another: each finishes its requests and stops. No request is lost, but the sessions in its memory are. Keep them outside the servers, or each deploy logs users out.',
    },
    'websockets-stay-on-one-server': {
      heading: 'A WebSocket ties a client to one server',
      text: 'It’s one long connection. A deploy has to close it, with status 1001 (going away), and the client reconnects to another server. Anything the old server remembered about it has to be stored elsewhere or rebuilt.',
    },
    'serverless-keeps-nothing': {
      heading: 'Serverless functions are stateless by design',
      text: 'A function’s environment may disappear after any request, so sessions go into a database, a store or a token. A reused environment may still hold old data: treat that as a cache, never as state.',
    },
    'kubernetes-replaces-pods': {
      heading: 'Kubernetes expects servers to be replaceable',
      text: 'It replaces pods on a deploy, after a failure, or when their machine goes away. A new pod starts with empty memory. A Deployment suits stateless servers. A StatefulSet gives each pod a stable name and its own storage, for databases and stores.',
    },
    'server-works-it-out': {
      heading: 'Two at 3,000 won are 6,000 won: the server computes the total',
      text: 'Even when a request is complete, the server computes the total. It takes the price from its own database, never from the client.',
    },
    'complete-is-not-trusted': {
      heading: 'A complete request isn’t a trusted request',
      text: 'Complete means that nothing is missing. The server still has to check every time whether the request is true, and whether this client may make it.',
    },
  },
};
