/** One server becomes many, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'One server becomes many';

export default {
  teaches: 'What each strategy pays when one server becomes three.',
  opening:
    'One server, one customer, all is well. More customers come, and more servers with them. Six strategies get the same load: which will cost what?',
  scenes: {
    'one-server': {
      heading: 'One server is enough, for now',
      look: 'All four customers are served by Server 1, and nobody is ever sent away. With a single server every strategy looks alike.',
      notes: {
        say: 'This is the whole load on one server. Look at the scoreboard: no failure, no round trip to a store.',
        ask: 'With one server only: is there any reason to keep the state elsewhere?',
        answers: 'Not for as long as it never stops. The question is what happens once there are two.',
      },
    },
    'knows-nothing': {
      heading: 'The new server knows nobody',
      look: 'Server 2 and Server 3 join. The customer’s fourth request goes to Server 3, which has never seen that session: 401.',
      notes: {
        say: 'We have just made the cluster three times as strong. The customer is logged out because of it.',
        ask: 'How many of the requests that follow will be 401?',
        answers: 'Many say a third. Each login is good on one of three servers: two of three requests miss.',
      },
    },
    uneven: {
      heading: 'Sticky: the load stays uneven',
      look: 'Nobody is sent away. But the customer who came first stays with Server 1 for good; only newcomers get to the new servers.',
      notes: {
        say: 'No 401 any more. Look at who serves whom.',
        ask: 'Was it worth adding the servers?',
        answers: 'For newcomers, yes. For those who made it necessary, no: they stay where they are.',
      },
    },
    copies: {
      heading: 'Replicated: everybody knows everybody',
      look: 'No 401 either. Each login is copied to every other server, and the new ones first get all there is: look at the memory of the servers.',
      notes: {
        say: 'Three servers keep three times the same. Each write becomes two messages more.',
        ask: 'What does this look like with a hundred servers?',
        answers: 'A hundred copies of everything, and every server has to be told of every login.',
      },
    },
    'one-store': {
      heading: 'One store for all',
      look: 'Each request asks the store, whichever server has it. No server remembers anybody, and a new one is as good as an old one at once.',
      notes: {
        say: 'The price is in the scoreboard: nearly two round trips to the store for a request, one to read, one to write.',
        ask: 'What have we made more important than any server?',
        answers: 'The store. It can be full, slow or down, and then all servers are.',
      },
    },
    'nothing-to-share': {
      heading: 'Tokens: nothing to share',
      look: 'No copies, no store. The requests are longer, and each server checks a signature instead of asking somebody.',
      notes: {
        say: 'A new server needs the key and nothing else.',
        ask: 'Is this the best one, then?',
        answers:
          'For scaling out it is the easiest. Ask the same class again after the lesson about logout and theft.',
      },
    },
  },
  closing:
    'The same customers, the same three servers. With the state in the memory of one server most requests miss it as soon as there are others; a token is good at each of them. Stop comparing, and the table beside the stage shows every strategy, each from a run of its own: no column is free.',
} satisfies WordsOf<typeof lesson>;
