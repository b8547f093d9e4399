/** The session's whole life, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'The session’s whole life';

export default {
  teaches: 'How a session begins and ends, and how somebody else can get into it.',
  opening:
    'Mina has just logged in. In her cookie is an ID without meaning, and whoever has it is Mina. Follow it to its end.',
  scenes: {
    issued: {
      heading: 'The ID is handed out',
      look: 'Read Set-Cookie in the answer: HttpOnly keeps scripts from the ID, Secure keeps it off plain HTTP, SameSite from most requests of other sites.',
      notes: {
        say: 'HTTP itself stays stateless: each request is complete, and the cookie in it is the key to what the server keeps.',
        ask: 'What does the ID say about Mina?',
        answers: '“Her name, encrypted.” Nothing at all. It is random; everything else is in the store.',
      },
    },
    'logged-out': {
      heading: 'Logout has two halves',
      look: 'The server deletes the session in the store, and tells the browser to drop the cookie: Max-Age=0.',
      notes: {
        say: 'Two things are taken away: the room, and the key to it.',
        ask: 'Which of the two would be enough?',
        answers:
          '“Deleting the cookie.” That only asks the browser. Whoever copied the ID would still get in.',
      },
    },
    replayed: {
      heading: 'A stolen ID, after the logout',
      look: 'Client 2 has copied the ID and shows it after Mina’s logout. The session is gone, so the copy is worth nothing.',
      notes: {
        say: 'Before the logout this copy was as good as the original, as good as her password.',
        ask: 'What does the thief get now?',
        answers:
          '“200, the ID is genuine.” It is genuine, and leads to nothing: the server deleted what it stood for.',
      },
    },
    timeouts: {
      heading: 'Sessions that were never ended',
      look: 'Jun was away too long; Mina was busy all the time, and her session is too old all the same. The server counts both.',
      notes: {
        say: 'Most people never log out. So there are two clocks: one for idleness, one for age. Here they run fast.',
        ask: 'Why is the cookie’s own expiry not enough?',
        answers:
          'The browser keeps that, and a thief’s browser need not. What counts is what the server checks.',
      },
    },
    planted: {
      heading: 'An ID that was planted',
      look: 'The attacker gets an ID and plants it with Mina. She logs in under it, and the attacker is Mina.',
      notes: {
        say: 'Nothing is stolen here. The attacker brings the ID along, and waits until it is worth something.',
        ask: 'What did Mina do wrong?',
        answers: 'Nothing. The server let an ID that was known before the login go on after it.',
      },
    },
    renewed: {
      heading: 'A new ID at login',
      look: 'Everything is the same, but the login makes a new ID and deletes the old one. The attacker’s leads nowhere.',
      notes: {
        say: 'One rule closes it: whoever gains rights gets a new ID.',
        ask: 'Would HttpOnly have helped as well?',
        answers: 'Not here. It keeps scripts from reading the cookie; this ID was known from the start.',
      },
    },
  },
  closing:
    'A logout, then a thief with a copy. The session was in the store, and deleting it made every copy worthless. A token is kept by nobody but its holders, so there is nothing to delete: the copy is good until it expires.',
} satisfies WordsOf<typeof lesson>;
