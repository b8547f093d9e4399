/** Logged in every other time, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Logged in every other time';

export default {
  teaches: 'Why a login works on one server and flickers on two healthy ones.',
  opening:
    'There are two servers now, and the load balancer uses round robin. Mina logs in at Server 1. Nothing crashes in this lesson.',
  scenes: {
    'logged-in': {
      heading: 'Logged in, at Server 1',
      look: 'Mina’s session is in the memory of Server 1 only. The next request is Server 2’s turn.',
      notes: {
        say: 'With one server this site worked for years. Yesterday a second one was added, and they take turns.',
        ask: 'Mina reloads the page. Is she logged in?',
        answers: '“Of course, nothing is broken.” Step once: it doesn’t take a fault.',
      },
    },
    unknown: {
      heading: 'Server 2 asks who she is',
      look: 'Same cookie, other memory. Server 2 answers 401 and leaves Mina’s cookie as it is.',
      notes: {
        say: 'The cookie is valid. Server 2 just doesn’t have the session that it names.',
        ask: 'And if she reloads once more?',
        answers: '“401 for good” or “she has to log in again”. Neither: it’s Server 1’s turn.',
      },
    },
    'known-again': {
      heading: 'Server 1 still knows her',
      look: 'Nothing was lost. Server 1 had the session all along; only the request went elsewhere.',
      notes: {
        say: 'She’s logged in again without logging in. Users report that the site logs them out at random.',
        ask: 'How would you explain this to someone who only sees the browser?',
        answers: 'People suspect the browser, the cookie or the network. Look at which server answered.',
      },
    },
    'every-other-time': {
      heading: 'Every other time',
      look: 'Read down the answers: 200, 401, 200, 401. With three servers, only one in three would be 200.',
      notes: {
        say: 'Two servers, and half of these requests fail. More servers make it worse.',
        ask: 'What could we change so that it works? Name as many ways as you can.',
        answers:
          'Always the same server; copies on all servers; one store for all; let the client carry it. These are the next lessons.',
      },
    },
    shopping: {
      heading: 'A purchase breaks the same way',
      look: 'No login here, but the same fault: Server 1 has the laptop in its memory, and Server 2 gets “Two, please.”.',
      notes: {
        say: 'It isn’t about logins. Anything that one server remembers and another one needs is lost this way.',
        ask: 'Which program has the bug?',
        answers: 'None. Each does what it should. The state is in the wrong place for two servers.',
      },
    },
  },
  closing:
    'The same two servers, the same turns. With sessions in each server’s memory, the login comes and goes. With one store for both, every answer is 200. The load balancer was never the fault: the location of the state was.',
} satisfies WordsOf<typeof lesson>;
