/** Logged in, then the server dies, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Logged in, then the server dies';

export default {
  teaches: 'Where a login is stored, and what’s left of it when that server crashes.',
  opening:
    'A visitor has come, and Server 1 already remembers something. Then Mina logs in: her account is in the database, her session only in this memory. What’s left when Server 1 crashes?',
  scenes: {
    anonymous: {
      heading: 'A session before any login',
      look: 'No one has logged in yet. Server 1 already has a session, and the client has its ID in a cookie.',
      notes: {
        say: 'A visitor arrives. The server draws a random ID, remembers it, and sends it as a cookie. That’s a session.',
        ask: 'Is a session the same as being logged in?',
        answers: 'Most say yes. A session only ties requests together. A cart needs one before login.',
      },
    },
    'logged-in': {
      heading: 'The login: a new session',
      look: 'The database checks the password against its hash and stores nothing new. Server 1 replaces the visitor’s session with Mina’s, under a new ID.',
      notes: {
        say: 'Compare both memories. The client has a random number. The server has who she is, since when, and until when.',
        ask: 'Where is it stored that Mina is logged in?',
        answers:
          '“In the cookie” or “in the database”. The cookie only holds the ID; the database has her account. The login is in Server 1’s memory.',
      },
    },
    'failed-login': {
      heading: 'A login that fails',
      look: 'Server 1 crashes while it waits for the database. It had stored nothing, so no session is lost: the login just failed.',
      notes: {
        say: 'This crash comes in the middle of the login. The client gets 502 and logs in again at Server 2.',
        ask: 'Has a session been lost here?',
        answers:
          'Many say yes, because a server crashed. There was no session yet. A failed request isn’t a lost session.',
      },
    },
    'session-lost': {
      heading: 'Server 1 crashes',
      look: 'Mina still has her cookie. Server 2 looks for that session, finds none, stores nothing, and answers 401.',
      notes: {
        say: 'Server 1 is gone, and its memory with it. Mina’s request goes to Server 2 with the same cookie as before.',
        ask: 'What will Server 2 answer, and is her account gone as well?',
        answers:
          '“200, she has the cookie.” No: the cookie is there, the session isn’t. The account is in the database, untouched.',
      },
    },
    'logged-in-again': {
      heading: 'Mina logs in again',
      look: 'Accounts survive, so the same name and password work at once. Server 2 gives her another session under a new ID.',
      notes: {
        say: 'For Mina it means typing the password again. A cart in the old session doesn’t come back.',
        ask: 'What happens to her when Server 1 returns?',
        answers: '“The old session comes back.” No: it was in memory, and Server 1 comes back empty.',
      },
    },
    'in-flight': {
      heading: 'In the middle of a payment',
      look: 'The request was at Server 1 when it crashed. The client gets 502, and can’t tell whether the payment was made.',
      notes: {
        say: 'The load balancer doesn’t retry a POST: it can’t know how far Server 1 got.',
        ask: 'Should the load balancer just try Server 2?',
        answers:
          '“Yes.” A GET may be retried. A retried payment might charge twice. Only retry what is idempotent.',
      },
    },
  },
  closing:
    'The same login, the same crash. A session in one server’s memory is gone, and Mina has to log in again. A signed token is with Mina, and any server with the key can check it. Her account was never at risk.',
} satisfies WordsOf<typeof lesson>;
