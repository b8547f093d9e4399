/** One server becomes many, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'One server becomes many';

export default {
  teaches: 'What each strategy costs when one server becomes three.',
  opening:
    'One server, one customer, all is fine. More customers come, and then more servers. Every strategy gets the same load: what does each one cost?',
  scenes: {
    'one-server': {
      heading: 'One server is enough, for now',
      look: 'Server 1 serves all four customers, and no request fails. With a single server, every strategy looks the same.',
      notes: {
        say: 'This is the whole load on one server. Look at the scoreboard: no failure, no round trip to a store.',
        ask: 'With only one server, is there a reason to keep the state elsewhere?',
        answers: 'Not as long as it never stops. What matters is what happens with two.',
      },
    },
    'knows-nothing': {
      heading: 'The new servers have no sessions',
      look: 'Server 2 and Server 3 join. The customer’s fourth request goes to Server 3, which never had that session: 401.',
      notes: {
        say: 'We’ve just made the cluster three times as large. The customer is logged out because of it.',
        ask: 'Each login is on one of three servers. How many of the later requests will miss it?',
        answers:
          'Many say a third. It’s the other way round: about two of three go to a server without the session.',
      },
    },
    uneven: {
      heading: 'Sticky: the load stays uneven',
      look: 'No request fails. But the first customer stays with Server 1 for good; only newcomers reach the new servers.',
      notes: {
        say: 'No 401 any longer. Look at which server serves each customer.',
        ask: 'Was it worth adding the servers?',
        answers: 'For newcomers, yes. For the customers who filled Server 1, no: they stay where they are.',
      },
    },
    copies: {
      heading: 'Replicated: every server has it all',
      look: 'No 401 either. Each login is copied to every other server, and new servers get all sessions first. Look at their memory.',
      notes: {
        say: 'Three servers each keep the same sessions. Each write causes two more messages.',
        ask: 'What does this look like with a hundred servers?',
        answers: 'A hundred copies of every session, and ninety-nine messages for every login.',
      },
    },
    'one-store': {
      heading: 'One store for all',
      look: 'Each request asks the store, no matter which server gets it. No server remembers a customer, so a new one is useful at once.',
      notes: {
        say: 'The price is on the scoreboard: nearly two round trips to the store per request, a GET and a SET.',
        ask: 'What have we made more important than any server?',
        answers: 'The store. If it’s full, slow or down, every server is affected.',
      },
    },
    'nothing-to-share': {
      heading: 'Tokens: nothing to share',
      look: 'No copies, no store. The requests are longer, and each server checks a signature instead of asking a store.',
      notes: {
        say: 'A new server needs the key and nothing else.',
        ask: 'Is this the best one, then?',
        answers:
          'For scaling out it’s the easiest. Remember the lesson about tokens: logout and theft are its weak points.',
      },
    },
  },
  closing:
    'The same customers, the same three servers. With sessions in one server’s memory, most later requests miss them. A token works on every server. Stop comparing, and the table beside the stage shows all strategies, each from its own run: none of them is free.',
} satisfies WordsOf<typeof lesson>;
