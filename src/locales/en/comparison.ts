/** The comparison in English. */

import type { ComparisonWords } from '../../features/guide/comparison-words.ts';
import type { Measure } from '../../lessons/comparison.ts';

const measures: Record<Measure['what'], (value: string) => string> = {
  'bytes-per-request': (value) => `${value} bytes per request`,
  'memory-on-servers': (value) => `${value} bytes on the servers`,
  'store-round-trips': (value) => `${value} store round trips per request`,
};

export const comparisonWords: ComparisonWords = {
  aspect: 'What is compared',
  seen: 'See it in',
  measured: (what, value) => measures[what](value),
  measuring:
    'Bytes, memory and round trips are measured when this page opens, in runs of the same purchase and login without faults. Both directions count.',
  modes: {
    title: 'Stateful and stateless',
    introduction:
      'Where the state of a session is between two requests: on the server side, or with the client. With a shared store, the servers alone are stateless.',
    columns: ['Stateful', 'Stateless'],
    rows: {
      where: {
        name: 'Where the state is',
        cells: [
          'On the server side: in one server, in every server, or in a store.',
          'With the client: in what it says, in a token, or in a sealed cookie.',
        ],
      },
      crash: {
        name: 'A server crashes',
        cells: [
          'State without a copy is lost, and the customer starts over. A copy on another server or in a store saves it.',
          'No session is lost, because the servers keep none. A request in flight is still uncertain.',
        ],
      },
      change: {
        name: 'Another server answers',
        cells: [
          'Without a copy or a store, it doesn’t know the customer and has to ask.',
          'Any server can answer any request.',
        ],
      },
      'scale-out': {
        name: 'A server is added',
        cells: [
          'In server memory, it has no sessions. With copies, it needs all of them first. With a store, it works at once.',
          'It works at once. To check tokens or open sealed cookies, it needs the key.',
        ],
      },
      deploy: {
        name: 'A new version is deployed',
        cells: [
          'A drained server finishes its requests, and the sessions in its memory are lost. Copies or a store keep them.',
          'Servers can be replaced in any order.',
        ],
      },
      bytes: {
        name: 'Bytes',
        cells: [
          'The client only says what’s new, and adds a cookie each time.',
          'Each request brings the state: everything said before, a token, or a sealed cookie.',
        ],
      },
      memory: {
        name: 'Memory',
        cells: [
          'For every customer, as long as the session lives. With copies, on every server.',
          'None on the servers. The clients carry it.',
        ],
      },
      logout: {
        name: 'Logout',
        cells: [
          'The server ends the session. The client’s ID is worth nothing after that.',
          'The client deletes its token or cookie. A copy elsewhere works until it expires.',
        ],
      },
      load: {
        name: 'The servers’ work',
        cells: [
          'Finding the state: in memory, or with a round trip to a store.',
          'Reading the state from each request: checking signatures, or opening sealed cookies.',
        ],
      },
      examples: {
        name: 'Examples',
        cells: [
          'TCP: both ends remember the connection. A login with a session.',
          'HTTP: each request stands alone. UDP. A login with a signed token.',
        ],
      },
    },
  },
  logins: {
    title: 'Login with a session, a token, or a sealed cookie',
    introduction:
      'All three check the password once, against the account in the database. What follows differs.',
    columns: ['Session', 'Signed token', 'Sealed cookie'],
    rows: {
      picture: {
        name: 'Picture',
        cells: [
          'A note that the server keeps. The ID only says which note.',
          'A signed wristband. It says what its wearer may do.',
          'A note that the client carries, encrypted: only the servers can read it.',
        ],
      },
      where: {
        name: 'What remembers the login',
        cells: [
          'One server, every server, or a store. The client has an ID.',
          'The client, in the token. The servers have a key.',
          'The client, in the cookie. The servers have a key.',
        ],
      },
      crash: {
        name: 'A server crashes',
        cells: [
          'Anyone whose only session was on that server has to log in again.',
          'The next server checks the token. Only a request in flight is uncertain.',
          'The next server opens the cookie. Only a request in flight is uncertain.',
        ],
      },
      change: {
        name: 'Another server answers',
        cells: [
          '401 if the session was only on one server. With copies or a shared store, 200. Sticky sessions avoid the change.',
          '200 from every server that has the key.',
          '200 from every server that has the key.',
        ],
      },
      'scale-out': {
        name: 'A server is added',
        cells: [
          'With a shared store, it serves everyone at once. With sticky sessions, only newcomers.',
          'It serves everyone once it has the key. Without the key it answers 401.',
          'It serves everyone once it has the key. Without the key it answers 401.',
        ],
      },
      bytes: {
        name: 'Bytes',
        cells: [
          'An ID is short.',
          'A token is long, and goes with every request.',
          'The whole session goes with every request. Over 4,096 bytes, the browser ignores the cookie.',
        ],
      },
      memory: {
        name: 'Server memory',
        cells: [
          'One session for each login. With a shared store, none: the store has them.',
          'None.',
          'None.',
        ],
      },
      storage: {
        name: 'In the browser',
        cells: [
          'The ID is in an HttpOnly cookie: scripts can’t read it. SameSite limits CSRF.',
          'In an HttpOnly cookie it’s protected the same way. Any script of the site can read localStorage.',
          'An HttpOnly cookie: scripts can’t read it. SameSite limits CSRF.',
        ],
      },
      reading: {
        name: 'What can be read',
        cells: [
          'Nothing: the ID is random.',
          'Everything: the token is signed, not encrypted. Changing it breaks the signature.',
          'Nothing: it’s encrypted. Changing it breaks the seal.',
        ],
      },
      expiry: {
        name: 'When it ends',
        cells: [
          'When the server decides: after too long without use, or at a maximum age.',
          'At the time written in it. After that, a refresh token or a new login gets another one.',
          'At the times written in it: after too long without use, or at a maximum age.',
        ],
      },
      logout: {
        name: 'Logout',
        cells: [
          'The session is deleted, and the ID is worthless at once.',
          'At once only with state, such as a deny list.',
          'The browser deletes its cookie. Any other copy still works.',
        ],
      },
      theft: {
        name: 'When it’s stolen',
        cells: [
          'The thief is logged in until the session ends. A logout ends it for both.',
          'The thief is logged in until it expires, even after a logout. A deny list ends it at once; a new key ends it for everyone.',
          'The thief is logged in until it expires, even after a logout. A new key ends it for everyone.',
        ],
      },
      leak: {
        name: 'When one server’s memory leaks',
        cells: [
          'The thief gets the session IDs that are in it.',
          'With a shared secret, the thief can sign admin tokens. With public-key signatures, none, unless it’s the server that issues them.',
          'With the key, the thief can read every cookie and make one for any user.',
        ],
      },
      load: {
        name: 'Store lookups',
        cells: [
          'With a shared store, a GET and a SET per request.',
          'None without a deny list: the server checks the signature. With one, a GET per request.',
          'None: the server opens the cookie.',
        ],
      },
    },
  },
};
