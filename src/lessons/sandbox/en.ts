/** Build your own, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Build your own';

export default {
  teaches: 'Whatever you want to know: build the cluster, write the script, break it.',
  opening:
    'Here you build it yourself: servers, strategy, network, and what the customers say. Each change is simulated at once. Begin with this shop, or with the next scenes.',
  scenes: {
    'one-router': {
      heading: 'A class behind one router',
      look: 'Two clients share one address and end up on one server; a third comes from elsewhere, a little later.',
      notes: {
        say: 'Change the balancing, or take the shared address away, and look at who serves whom.',
        ask: 'How many servers do thirty students behind one router use?',
        answers: 'One, as long as the address decides. Try it by cookie.',
      },
    },
    'store-with-replica': {
      heading: 'A store and its replica',
      look: 'Sessions are in a store, and a second one gets copies half a second later. Crash the first within that time.',
      notes: {
        say: 'The delay of the copy is a field in the editor. Make it longer, and lose more.',
        ask: 'Which logins does a crash of the store take?',
        answers: 'Those of the last half second: answered, and not copied yet.',
      },
    },
    'rough-network': {
      heading: 'TCP over a rough network',
      look: 'About every seventh segment is lost, and every tenth is doubled. The text arrives whole, and in order.',
      notes: {
        say: 'Try other seeds: each is another day in the same network. Then choose UDP.',
        ask: 'What does the same network make of UDP?',
        answers:
          'What is lost stays lost, and what is doubled arrives twice. Only the request is repeated, by the application.',
      },
    },
  },
  closing:
    'The same script, with the state in a server’s memory and in every request. As long as nothing breaks both come out alike. Crash a server, add one, change the balancing: the difference is yours to find.',
} satisfies WordsOf<typeof lesson>;
