/** The old note comes back, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'The old note comes back';

export default {
  teaches: 'That a copy can be worse than none: it may be old, and nobody can tell.',
  opening:
    'Two servers with copies of each other’s notes, and a customer who is sent back to where they were. Each crash is survived. Is that enough?',
  scenes: {
    'copy-serves': {
      heading: 'The copy takes over',
      look: 'Server 1 is down. Server 2 goes on from its copy, and the customer says how many: two. Only Server 2 has that now.',
      notes: {
        say: 'This is what copies are for. The customer notices nothing.',
        ask: 'Whose note counts from now on?',
        answers: 'That of Server 2. What Server 1 will bring back, if anything, is older.',
      },
    },
    'back-and-updated': {
      heading: 'Server 1 is back, and up to date',
      look: 'Server 1 came back empty, got everything from Server 2, and serves again. The customer now wants three, and Server 1 notes it.',
      notes: {
        say: 'A server that returns asks the others what it has missed. That works, as long as somebody is there to ask.',
        ask: 'Is all well again?',
        answers:
          'For the moment. Compare the two memories: three on one, two on the other, until the copy arrives.',
      },
    },
    'copy-lost': {
      heading: 'One copy does not arrive',
      look: 'The copy that says “three” is lost. Server 1 has answered long before, and nothing in that answer depended on it.',
      notes: {
        say: 'Copies leave after the answer, so that nobody waits for them. That is the gap.',
        ask: 'Who knows at this moment that the copy is missing?',
        answers: 'Nobody. Server 1 has sent it, and Server 2 does not know that there was one.',
      },
    },
    'old-answer': {
      heading: 'The old note answers',
      look: 'Server 1 crashes. Server 2 looks at its note and sells two laptops, as it says there. The customer had ordered three.',
      notes: {
        say: 'No error, no 401, no question. The answer is fluent, and wrong.',
        ask: 'Which is worse: a server that knows nothing, or one that knows something old?',
        answers:
          'Who knows nothing asks again. Who has an old note does not notice. Versions help only if somebody compares them.',
      },
    },
  },
  closing:
    'The same script and the same faults. With copies on the servers Server 2 answers from an old one; with one store beside them there is one note, and both read it. Copies need a rule for which one counts, and a way to learn that one is missing.',
} satisfies WordsOf<typeof lesson>;
