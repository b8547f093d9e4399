/** Shopping: the clerk changes, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Shopping: the clerk changes';

export default {
  teaches: 'What a server remembers, and what is missing once another one answers.',
  opening:
    'A customer buys two laptops in three sentences. Server 1 has heard the first one. What if another server hears the next?',
  scenes: {
    remembered: {
      heading: 'Server 1 keeps a note',
      look: 'Look at the memory of Server 1: “laptop” stands on it, and on no other. That note is the state.',
      notes: {
        say: 'The customer has asked for one price. Nobody has bought anything, and yet one server is different from the others now.',
        ask: 'The customer will only say “two”. Who understands that?',
        answers:
          'Many say “any server, they run the same program”. The same program, yes; not the same note.',
      },
    },
    'same-clerk': {
      heading: 'The same clerk: it works',
      look: 'Each sentence is short, because Server 1 fills in the rest from its note. The order itself goes into the database.',
      notes: {
        say: '“Two” and “by card” mean something only to whoever remembers the laptop. This is what stateful means.',
        ask: 'What would have to be true for this to work every time?',
        answers:
          'That the customer always comes back to the same server, and that this server never fails. Nobody can promise the second.',
      },
    },
    'another-clerk': {
      heading: 'Server 1 crashes',
      look: 'The request goes to Server 2. It runs the same program, and its memory is empty: it has to ask what the “two” are of.',
      notes: {
        say: 'I crash Server 1 after its first answer. The load balancer notices and sends the customer on to Server 2. Then I step.',
        ask: 'What will Server 2 answer to “two”?',
        answers:
          '“An error” or “2,000,000 won”. It is neither: the server works, and does not know what is being talked about.',
      },
    },
    'by-turns': {
      heading: 'Nobody has crashed',
      look: 'Requests go round: Server 1, Server 2, Server 3. All are healthy, and the customer is misunderstood all the same.',
      notes: {
        say: 'The balancer deals requests out in turn. Nothing is broken here.',
        ask: 'Does the customer need a crash to be forgotten?',
        answers: 'People look for the fault. There is none: it is enough that another server is asked.',
      },
    },
    handover: {
      heading: 'The note is handed on',
      look: 'After its answer Server 1 sends a copy of its note to the others. Then it crashes, and Server 2 goes on from its copy.',
      notes: {
        say: 'This is how people do it: a clerk who goes off duty leaves a note. The copy needs a moment to arrive.',
        ask: 'What if Server 1 had crashed just before the copy left?',
        answers: 'Then we are back at “two of what?”. Go back and crash it one step earlier to see it.',
      },
    },
    'complete-requests': {
      heading: 'Every request says it all',
      look: 'Three servers answer one sentence each, and every memory stays empty. Now the customer repeats product and number each time.',
      notes: {
        say: 'Here the customer keeps the note. Any server can answer any line, and a crash takes nothing away.',
        ask: 'The customer says what they want. May they also say what it costs?',
        answers:
          '“Yes, it is in the request.” No: the server works the price out from the database. A complete request is not a trusted one.',
      },
    },
  },
  closing:
    'The same crash after the same sentence. With the note in Server 1’s memory it is gone, and the customer begins again; with everything in the request Server 2 goes on. The price of that: every request is longer, and the server has to check all of it.',
} satisfies WordsOf<typeof lesson>;
