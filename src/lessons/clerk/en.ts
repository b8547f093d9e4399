/** Another server answers, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Another server answers';

export default {
  teaches: 'What a server remembers, and what’s missing when another one answers.',
  opening:
    'A customer buys two laptops in three requests. Server 1 got the first one. What happens if another server gets the next?',
  scenes: {
    remembered: {
      heading: 'Server 1 keeps a note',
      look: 'Look at the memory of Server 1: it holds the laptop, and no other server does. That note is the state.',
      notes: {
        say: 'The customer has asked for one price and bought nothing. Yet one server now differs from the others.',
        ask: 'The next request only says “Two, please.” Which server understands it?',
        answers:
          'Many say “any server, they run the same program”. They do run the same program. They don’t share the note.',
      },
    },
    'same-clerk': {
      heading: 'The same server: it works',
      look: 'Each request is short, because Server 1 adds the rest from its note. The order itself goes into the database.',
      notes: {
        say: '“Two, please.” and “By card.” only mean something to a server that remembers the laptop. That’s what stateful means.',
        ask: 'What has to be true for this to work every time?',
        answers:
          'The customer must always reach the same server, and that server must never fail. No one can promise the second part.',
      },
    },
    'another-clerk': {
      heading: 'Server 1 crashes',
      look: 'The request goes to Server 2. It runs the same program, but its memory is empty, so it has to ask “Two of what?”.',
      notes: {
        say: 'I crash Server 1 after its first answer. The load balancer notices and sends the customer to Server 2. Then I step.',
        ask: 'What will Server 2 answer to “Two, please.”?',
        answers:
          'Some say “500”, some say “2,000,000 won”. It’s 422: the request is well formed, but the product is missing.',
      },
    },
    'by-turns': {
      heading: 'Nothing has crashed',
      look: 'Requests go to Server 1, then Server 2, then Server 3. All are healthy, and the customer still isn’t understood.',
      notes: {
        say: 'The load balancer uses round robin. Nothing is broken here.',
        ask: 'Does it take a crash to break this?',
        answers: 'People look for a fault. There is none: it only takes a second server.',
      },
    },
    handover: {
      heading: 'The note is copied',
      look: 'After its answer, Server 1 copies its note to the other servers. Then it crashes, and Server 2 continues from its copy.',
      notes: {
        say: 'That’s replication. The copy arrives a moment after the answer.',
        ask: 'What if Server 1 had crashed just before the copy left?',
        answers: 'Then we’re back at “Two of what?”. Go back and crash it one step earlier to see it.',
      },
    },
    'complete-requests': {
      heading: 'Every request is complete',
      look: 'Three servers answer one request each, and every memory stays empty. The customer repeats product and quantity each time.',
      notes: {
        say: 'Here the customer keeps the note. Any server can answer any request, and a crash loses nothing.',
        ask: 'The customer says what they want. May they also say what it costs?',
        answers:
          '“Yes, it’s in the request.” No: the server takes the price from the database. A complete request isn’t a trusted request.',
      },
    },
  },
  closing:
    'The same crash after the same request. If the note is in Server 1’s memory, it’s gone and the customer starts over. If everything is in the request, Server 2 continues. The price: every request is longer, and the server has to check all of it.',
} satisfies WordsOf<typeof lesson>;
