/** Carry it yourself, signed, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Carry it yourself, signed';

export default {
  teaches: 'What a signed token can do without any server remembering, and what it can’t.',
  opening:
    'Mina holds a token that says who she is, signed by the server. No server remembers her; each one only has the key. Step, crash one, add one.',
  scenes: {
    'any-server': {
      heading: 'Any server with the key',
      look: 'Server 1 crashes, and Server 2 accepts Mina without asking a store. Server 3 is new and has no key: it can’t check the token and answers 401.',
      notes: {
        say: 'A session is a note that a server keeps. A token is a signed wristband that Mina wears: any server with the key can check it.',
        ask: 'What does a new server need before it can serve Mina?',
        answers: '“Her session.” It needs the key, and nothing about her.',
      },
    },
    tampered: {
      heading: 'Changing what it says',
      look: 'Anyone can read the payload and change the role, but then the signature doesn’t match. Only the last try gets in: it’s signed with a key leaked from Server 1.',
      notes: {
        say: 'Role user: 403. Role admin, and then algorithm none: 401 each. With the shared secret, leaked from one server: 200. With public-key signatures, a server that only checks tokens has no key to sign with.',
        ask: 'Is what’s in a token secret?',
        answers:
          '“Yes, it’s encrypted.” It’s signed, not encrypted. Anyone can read it, but signing one takes the key.',
      },
    },
    expired: {
      heading: 'The token expires',
      look: 'The token expires, and the answer is 401. A refresh token gets a new one, but for that the store has to remember the login.',
      notes: {
        say: 'Tokens that expire soon limit the damage. A refresh token spares people from typing their password all day.',
        ask: 'Where has state come back?',
        answers: '“Nowhere, tokens are stateless.” Look at the store: it remembers the login.',
      },
    },
    stolen: {
      heading: 'Stolen, and logged out',
      look: 'Mina logs out and deletes her token. The thief’s copy still gets 200 until it expires: step to see it. A short lifetime is the first remedy.',
      notes: {
        say: 'The servers check a signature and an expiry time. Neither changes at a logout.',
        ask: 'Mina has logged out. What does the thief get?',
        answers:
          '“401, she logged out.” 200: no server knows about it. Only expiry ends it, so keep lifetimes short.',
      },
    },
    'deny-list': {
      heading: 'A list of revoked tokens',
      look: 'The second remedy: the logout puts the token’s ID on a deny list, and every server looks there. The thief gets 401 at once.',
      notes: {
        say: 'It works. Count the messages for each request, and look at what’s in the store.',
        ask: 'What did we give up for it?',
        answers: 'Every request needs a lookup again. State is back: a small list instead of all sessions.',
      },
    },
    'key-replaced': {
      heading: 'A new key',
      look: 'The third remedy. While the servers still accept the old key, no one notices. Once they drop it, every user is logged out.',
      notes: {
        say: 'First we sign with a new key and still accept the old one. Then we drop the old one.',
        ask: 'Whom does that log out?',
        answers: '“The thief.” And Mina, and Jun, and every other user. It’s for emergencies.',
      },
    },
  },
  closing:
    'Server 1 crashes after the login. Mina holds the token, so Server 2 only checks it; the session was on Server 1 and is gone. No server keeps the token, so no crash can lose it. For the same reason, no logout can cancel it.',
} satisfies WordsOf<typeof lesson>;
