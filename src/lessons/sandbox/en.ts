/** Build your own, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Build your own';

export default {
  teaches: 'Anything you want to know: build the cluster, write the script, break it.',
  opening:
    'Choose servers, strategy, network, and what the customers send. Each change is simulated at once. Start from this shop or a later scene.',
  scenes: {
    'one-router': {
      heading: 'A class behind one router',
      look: 'Two clients share one address and reach the same server. A third client has another address and comes a little later.',
      notes: {
        say: 'Change the balancing, or turn off the shared address, and look at which server serves each client.',
        ask: 'How many servers do thirty students behind one router use?',
        answers: 'One, as long as the address decides. Try the cookie instead.',
      },
    },
    'store-with-replica': {
      heading: 'A store and its replica',
      look: 'Sessions are in a store, and its replica gets copies half a second later. Crash the store within that time.',
      notes: {
        say: 'The copy delay is a field in the editor. A longer delay loses more.',
        ask: 'Which logins does a crash of the store lose?',
        answers: 'Those of the last half second: confirmed, and not copied yet.',
      },
    },
    'rough-network': {
      heading: 'TCP over a lossy network',
      look: 'The network loses about every seventh segment and duplicates every tenth. The text still arrives complete and in order.',
      notes: {
        say: 'Try other seeds: each gives other losses in the same network. Then choose UDP.',
        ask: 'What does UDP do in the same network?',
        answers:
          'A lost datagram stays lost, and a duplicate arrives twice. Only the request is retried, by the application.',
      },
    },
  },
  closing:
    'The same script, once with the state in a server’s memory and once in every request. While nothing breaks, the answers are the same. Crash a server, add one, or change the balancing to find the difference.',
} satisfies WordsOf<typeof lesson>;
