/** Logged in every other time, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Logged in every other time';

export default {
  teaches: 'Why two healthy servers can lose a login that one server keeps.',
  opening:
    'There are two servers now, and requests take turns. Mina logs in at Server 1. Nothing will crash in this lesson.',
  scenes: {
    'logged-in': {
      heading: 'Logged in, at Server 1',
      look: 'Mina’s session is on one memory only. The next request is Server 2’s turn.',
      notes: {
        say: 'With one server this site worked for years. Yesterday a second one was added, and requests are dealt out in turn.',
        ask: 'Mina presses reload. Is she logged in?',
        answers: '“Of course, nothing is broken.” Step once: nothing has to be.',
      },
    },
    unknown: {
      heading: 'Server 2 asks who she is',
      look: 'Same cookie, other memory. Server 2 answers 401, and leaves Mina’s cookie as it is.',
      notes: {
        say: 'The cookie is the right key, and it has been brought to the wrong door.',
        ask: 'And if she reloads once more?',
        answers: '“401 for good” or “she has to log in again”. Neither: it is Server 1’s turn.',
      },
    },
    'known-again': {
      heading: 'And Server 1 knows her still',
      look: 'Nothing was lost. Server 1 has had the session all the time; only the question went elsewhere.',
      notes: {
        say: 'Logged in again, without having logged in. This is what users report as “it logs me out at random”.',
        ask: 'How would you explain this to someone who only sees the browser?',
        answers: 'People guess at the browser, the cookie or the network. Look at which server answered.',
      },
    },
    'every-other-time': {
      heading: 'Every other time',
      look: '200, 401, 200, 401: read down the answers. With three servers it would be one time in three.',
      notes: {
        say: 'Two servers, and half of all requests fail. More servers make it worse.',
        ask: 'What can be changed so that it works? Name as many ways as you can.',
        answers:
          'Always the same server; copies on all of them; one store for all; let the client carry it. These are the next lessons.',
      },
    },
    shopping: {
      heading: 'A purchase breaks the same way',
      look: 'No login here, but the same fault: Server 1 has the laptop on its memory, and Server 2 is told “two”.',
      notes: {
        say: 'It is not about logins. Whatever one server remembers and another needs is lost this way.',
        ask: 'Which program has the bug?',
        answers: 'None of them. Each does what it should; the state is in the wrong place for two servers.',
      },
    },
  },
  closing:
    'The same two servers, the same turns. With sessions in each server’s own memory the login comes and goes; with one store for both, every answer is 200. The balancer was never the fault: the place of the state was.',
} satisfies WordsOf<typeof lesson>;
