/** One store for all, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'One store for all';

export default {
  teaches: 'What a store beside the servers solves, and what happens when the store fails.',
  opening:
    'Sessions are in a store that every server asks. The servers’ own memories stay empty. Crash any server; then try the store.',
  scenes: {
    'one-notebook': {
      heading: 'One store beside the servers',
      look: 'Server 1 writes Mina’s session to the store before it answers. Its own memory is empty, and so are the others.',
      notes: {
        say: 'The servers remember nothing between two requests. All sessions are in one place now.',
        ask: 'Is this system stateless?',
        answers:
          '“Yes, the servers are empty.” The servers are stateless, but the system isn’t: its state is in the store.',
      },
    },
    'any-server': {
      heading: 'A new server, and a crash',
      look: 'Server 2 has just joined, and Server 1 crashes. Server 2 asks the store and knows Mina: one GET, and a SET to extend the session.',
      notes: {
        say: 'A crash and a new server have both hurt in earlier lessons. Here they’re in one run.',
        ask: 'What did the new server have to be told first?',
        answers: 'Nothing. It asks when it needs something. That’s why scaling out is easy here.',
      },
    },
    unreachable: {
      heading: 'The store is unreachable',
      look: 'All servers are up, and none can identify Mina: 503. Keep stepping: once the link is restored, the sessions are still there.',
      notes: {
        say: 'The link to the store is cut. No server has crashed, and no data is lost.',
        ask: 'How many servers does this affect?',
        answers: '“One.” All of them, at once. Every server needs what they all share.',
      },
    },
    restarted: {
      heading: 'The store loses everything',
      look: 'It crashed and restarted, with nothing on disk. Every user gets 401 from every server.',
      notes: {
        say: 'A crash of one server costs some users their sessions. This one costs every user theirs.',
        ask: 'How could a store come back with its data?',
        answers:
          'By writing to disk, or from a replica. Waiting for that slows each write. Not waiting can lose the newest writes.',
      },
    },
    'newest-lost': {
      heading: 'The replica misses the newest',
      look: 'The store crashed before it copied Jun’s login. Its replica takes over: it knows Mina, but not Jun.',
      notes: {
        say: 'The replica is a tenth of a second behind. Jun has just logged in.',
        ask: 'Who has to log in again?',
        answers:
          '“No one, there’s a replica” or “everyone”. Only users whose write wasn’t copied yet, although it was acknowledged.',
      },
    },
    evicted: {
      heading: 'The store is full',
      look: 'The store has space for one session. Jun’s login evicts Mina’s, the least recently used. Nothing has failed.',
      notes: {
        say: 'Memory is limited. This store is set to evict the least recently used entry; Redis, by default, refuses writes instead.',
        ask: 'Mina did nothing wrong and gets 401. What should we monitor here?',
        answers: 'How full the store is, and how much it evicts. To Mina it looks just like a crash.',
      },
    },
  },
  closing:
    'The same crash of the same server. The store still has the session, so Server 2 continues; one server’s own memory is gone. In return, nearly every request costs two round trips to the store, and all servers depend on it.',
} satisfies WordsOf<typeof lesson>;
