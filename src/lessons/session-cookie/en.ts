/** The session's whole life, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'The session’s whole life';

export default {
  teaches: 'How a session begins and ends, and how an attacker gets into it.',
  opening:
    'Mina has just logged in. Her cookie holds a random ID, and anyone who has that ID is Mina. Follow it to its end.',
  scenes: {
    issued: {
      heading: 'The server sends the ID',
      look: 'Read Set-Cookie. HttpOnly hides the ID from scripts (XSS). Secure keeps it off plain HTTP. SameSite=Lax keeps it out of other sites’ POSTs (CSRF).',
      notes: {
        say: 'HTTP stays stateless: each request still carries what the server needs to find the session, its ID.',
        ask: 'What does the ID say about Mina?',
        answers: '“Her name, encrypted.” Nothing at all. It’s random; everything else is in the store.',
      },
    },
    'logged-out': {
      heading: 'Logout has two halves',
      look: 'The server deletes the session in the store, and tells the browser to delete the cookie: Max-Age=0.',
      notes: {
        say: 'Two things end here: the session in the store, and the cookie that names it.',
        ask: 'Which of the two would be enough?',
        answers:
          '“Deleting the cookie.” That only asks the browser. Anyone who copied the ID would still get in.',
      },
    },
    replayed: {
      heading: 'A stolen ID, after the logout',
      look: 'Client 2 copied the ID and sends it after Mina’s logout. The session is gone, so the copy gets 401.',
      notes: {
        say: 'Before the logout, this copy was worth as much as Mina’s login.',
        ask: 'What does the thief get now?',
        answers:
          '“200, the ID is genuine.” It’s genuine, but the server has deleted the session that it names.',
      },
    },
    timeouts: {
      heading: 'Sessions without a logout',
      look: 'Jun was away too long. Mina was active the whole time, but her session is too old. The server checks both.',
      notes: {
        say: 'Most people never log out. So there are two timeouts: one for idle time, one for age. Here both are very short.',
        ask: 'Why isn’t the cookie’s own expiry enough?',
        answers:
          'Only the browser enforces that, and a thief’s browser doesn’t have to. The server’s check is what counts.',
      },
    },
    planted: {
      heading: 'An ID that was planted',
      look: 'The attacker gets an ID from the site and plants it in Mina’s browser. She logs in under it, and the attacker is Mina.',
      notes: {
        say: 'To plant one, a script in the page (XSS) sets the cookie first, or a subdomain sets it for the whole domain. Sites that accept IDs in links make it even easier.',
        ask: 'What did Mina do wrong?',
        answers: 'Nothing. The server kept using an ID that was known before the login.',
      },
    },
    renewed: {
      heading: 'A new ID at login',
      look: 'Everything is the same, but the login creates a new ID and deletes the old one. The attacker’s ID gets 401.',
      notes: {
        say: 'One rule fixes it: a session that gains rights gets a new ID.',
        ask: 'Would HttpOnly have helped as well?',
        answers:
          'Only partly. A script can’t read or overwrite an HttpOnly cookie, but it can plant one where there’s none. A subdomain can plant one, too.',
      },
    },
  },
  closing:
    'A logout, then a thief with a copy. The session was in the store, and deleting it made every copy worthless. No server keeps a token, so there’s nothing to delete: the copy works until it expires.',
} satisfies WordsOf<typeof lesson>;
