/** One notebook for all, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'One notebook for all';

export default {
  teaches: 'What a store beside the servers solves, and what happens when the store fails.',
  opening:
    'Sessions are in a store that all servers ask. Their own memories stay empty. Crash any server; then try the store.',
  scenes: {
    'one-notebook': {
      heading: 'One notebook beside the servers',
      look: 'Server 1 has the store remember Mina before it answers. Its own memory is empty, and so are all others.',
      notes: {
        say: 'The servers remember nothing between two requests. What was in their memories is in one place now.',
        ask: 'Is this system stateless?',
        answers:
          '“Yes, the servers are empty.” The servers are stateless, the system is not: its state is in the store.',
      },
    },
    'any-server': {
      heading: 'A new server, and a crash',
      look: 'Server 2 has just joined, and Server 1 crashes. Server 2 asks the store and knows Mina at once, for one round trip more.',
      notes: {
        say: 'Two things that hurt in every lesson so far, both in one run.',
        ask: 'What did the new server have to be told first?',
        answers: 'Nothing. It asks when it needs something. That is why scaling out is easy here.',
      },
    },
    unreachable: {
      heading: 'The store is out of reach',
      look: 'All servers are up, and none can say who Mina is: 503. Step on: once the link is back, so is everything that was in the store.',
      notes: {
        say: 'The line to the store is cut. No server has crashed, no data is lost.',
        ask: 'How many servers does this concern?',
        answers: '“One.” All of them, at once. What everybody shares, everybody needs.',
      },
    },
    restarted: {
      heading: 'The store forgets everything',
      look: 'It crashed and is back, with nothing on disk. Everybody gets 401, whichever server they ask.',
      notes: {
        say: 'A server’s crash cost some people their sessions. This one costs everybody theirs.',
        ask: 'How can a store come back with what it knew?',
        answers: 'By writing to disk, or by a second store with a copy. Both cost time at each write.',
      },
    },
    'newest-lost': {
      heading: 'The replica misses the newest',
      look: 'The store died before it had copied Jun’s login. Its replica stands in: Mina is known, Jun is not.',
      notes: {
        say: 'There is a second store with a copy, a tenth of a second behind. Jun has just logged in.',
        ask: 'Who has to log in again?',
        answers:
          '“Nobody, there is a replica” or “everybody”. Only those whose write was not copied yet, although it was acknowledged.',
      },
    },
    evicted: {
      heading: 'No room for everybody',
      look: 'The store has room for one session. Jun’s login pushes out Mina’s, the least recently used. Nothing has failed.',
      notes: {
        say: 'Memory is limited, so a store throws out what was used least recently.',
        ask: 'Mina did nothing wrong, and gets 401. What should be watched here?',
        answers:
          'How full the store is, and how much it evicts. From Mina’s side it looks just like a crash.',
      },
    },
  },
  closing:
    'The same crash of the same server. The store still has the session, so Server 2 goes on; a server’s own memory is gone. In return each request costs a round trip to the store, and all servers depend on it.',
} satisfies WordsOf<typeof lesson>;
