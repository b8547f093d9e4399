/** Carry it yourself, signed, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Carry it yourself, signed';

export default {
  teaches: 'What a signed token can do without any server remembering, and what it cannot.',
  opening:
    'Mina holds a token that says who she is, signed by the server. No server remembers her; each has only the key. Step on, crash one, add one.',
  scenes: {
    'any-server': {
      heading: 'Any server with the key',
      look: 'Server 1 crashes, and Server 2 lets Mina in without asking anybody. Server 3 is new and has no key: it cannot tell, and says 401.',
      notes: {
        say: 'A session ID is a cloakroom ticket: without the coats it is worth nothing. A token is a signed wristband: anybody who knows the signature can check it.',
        ask: 'What does a new server need before it can serve Mina?',
        answers: '“Her session.” It needs the key, and nothing about her.',
      },
    },
    tampered: {
      heading: 'Changing what it says',
      look: 'The payload reads in plain sight, so the role is easily changed. The signature no longer fits. Claiming that there is none does not help either.',
      notes: {
        say: 'First she asks for the administrators’ page as she is. Then she edits the token: role admin; then algorithm none.',
        ask: 'Is what is in a token secret?',
        answers:
          '“Yes, it is encrypted.” It is signed, not encrypted: everybody can read it, only key holders can write it.',
      },
    },
    expired: {
      heading: 'Its time is over',
      look: 'The token expires, and the answer is 401. A refresh token gets a new one, and for that the store has to remember the login.',
      notes: {
        say: 'Short-lived tokens limit damage. So that people need not type passwords all day, there is a refresh token beside them.',
        ask: 'Where has state crept in again?',
        answers: '“Nowhere, tokens are stateless.” Look at the store: the login is in its memory.',
      },
    },
    stolen: {
      heading: 'Stolen, and logged out',
      look: 'Mina logs out and drops her token. The thief’s copy is let in all the same. Step on: once its time is over, it is refused. That is the first remedy.',
      notes: {
        say: 'The servers check a signature and a date. Neither of the two knows of a logout.',
        ask: 'Mina has logged out. What does the thief get?',
        answers: '“401, she logged out.” 200: nobody was told. Only the expiry ends it, so keep it short.',
      },
    },
    'deny-list': {
      heading: 'A list of revoked tokens',
      look: 'The second remedy: the logout puts the token’s ID on a list, and every server looks there. The thief is refused at once.',
      notes: {
        say: 'It works. Count the messages for each request, and look at what is in the store.',
        ask: 'What have we given up for it?',
        answers:
          'A look-up with each request: what tokens were to spare us. The state is back, a small list instead of all sessions.',
      },
    },
    'key-replaced': {
      heading: 'A new key',
      look: 'The third remedy. While the old key is kept for checking, nobody notices; once it is gone, everybody is logged out.',
      notes: {
        say: 'First we sign with a new key, and still accept the old one. Then we throw the old one away.',
        ask: 'Whom does that log out?',
        answers: '“The thief.” And Mina, and Jun, and everybody else. It is for emergencies.',
      },
    },
  },
  closing:
    'Server 1 crashes after the login. The token is with Mina, so Server 2 only checks it; the session was with Server 1 and is gone. What cannot be lost in a crash cannot be taken back by a logout either: that is the other side of it.',
} satisfies WordsOf<typeof lesson>;
