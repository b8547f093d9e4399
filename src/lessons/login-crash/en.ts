/** Logged in, then the server dies, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Logged in, then the server dies';

export default {
  teaches: 'Where a login is kept, and what is left of it when that server crashes.',
  opening:
    'A visitor has come, and Server 1 already remembers something. Then Mina logs in: her account is in the database, her session is only here. What is left when Server 1 crashes?',
  scenes: {
    anonymous: {
      heading: 'A session before any login',
      look: 'Nobody has logged in yet. Server 1 keeps a session all the same, and the client keeps its ID in a cookie.',
      notes: {
        say: 'A visitor comes in. The server makes up a random ID, remembers it, and sends it as a cookie. That is a session.',
        ask: 'Is a session the same as being logged in?',
        answers: 'Most say yes. A session only ties requests together. A cart before the login is one, too.',
      },
    },
    'logged-in': {
      heading: 'The login: a new session',
      look: 'The database verifies the password and keeps nothing. Server 1 drops the visitor’s session and makes one for Mina, under another ID.',
      notes: {
        say: 'Look at both memories. The client has a meaningless number. The server has who, since when and until when.',
        ask: 'Where is it written that Mina is logged in?',
        answers:
          '“In the cookie” or “in the database”. The cookie is only the key; the database has her account. The login is in Server 1’s memory.',
      },
    },
    'failed-login': {
      heading: 'A login that fails',
      look: 'Server 1 dies while it waits for the database. It had stored nothing, so no session is lost: the login just failed.',
      notes: {
        say: 'Here the crash comes in the middle of the login. The client gets an error, and logs in again at Server 2.',
        ask: 'Has a session been lost here?',
        answers:
          'Many say yes, because a server crashed. There was none yet. A failed request is not a lost session.',
      },
    },
    'session-lost': {
      heading: 'Server 1 crashes',
      look: 'Mina still has her cookie. Server 2 looks for that session, finds none, and stores nothing: 401.',
      notes: {
        say: 'Server 1 is gone, and with it its memory. Her request goes to Server 2, with the same cookie as before.',
        ask: 'What will Server 2 answer, and is her account gone as well?',
        answers:
          '“200, she has the cookie”: the key is there, the room is not. The account is in the database, untouched.',
      },
    },
    'logged-in-again': {
      heading: 'Mina logs in again',
      look: 'The same name and password work at once, since accounts survive. Server 2 gives her a session of its own, under a new ID.',
      notes: {
        say: 'For Mina it means: type the password again. What was in the old session, a cart perhaps, does not come back.',
        ask: 'What happens to her when Server 1 returns?',
        answers: '“The old session comes back.” No. It was in memory; Server 1 comes back empty.',
      },
    },
    'in-flight': {
      heading: 'In the middle of a payment',
      look: 'The request was with Server 1 when it died. The client gets an error, and cannot tell from it whether the payment was made.',
      notes: {
        say: 'A POST is not sent again by itself: nobody knows how far Server 1 had got.',
        ask: 'Should the balancer simply try it at Server 2?',
        answers:
          '“Yes.” With a GET it may, with a payment it might charge twice. Only what is idempotent may be repeated.',
      },
    },
  },
  closing:
    'The same login, the same crash. A session that lived in one server’s memory is gone with it, and Mina has to log in again. A signed token lives with Mina, and any server can check it. In both cases her account was never in danger.',
} satisfies WordsOf<typeof lesson>;
