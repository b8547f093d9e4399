/** The old note comes back, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'The old note comes back';

export default {
  teaches: 'That a stale copy can be worse than none, because no one can tell.',
  opening:
    'Two servers copy each other’s notes, and a cookie sends the customer back to the same server. The copies survive each crash. Is that enough?',
  scenes: {
    'copy-serves': {
      heading: 'The copy takes over',
      look: 'Server 1 is down. Server 2 continues from its copy and gets “Two, please.”. Only Server 2 knows the quantity now.',
      notes: {
        say: 'This is what copies are for. The customer notices nothing.',
        ask: 'Which server has the current note now?',
        answers: 'Server 2. Anything that Server 1 still had would be older.',
      },
    },
    'back-and-updated': {
      heading: 'Server 1 is back, and up to date',
      look: 'Server 1 restarted empty and got the note from Server 2. Then Server 2 crashes, so the customer returns to Server 1 and now wants three.',
      notes: {
        say: 'A returning server asks the others for what it missed. The cookie names Server 2 now, so only a crash of Server 2 moves the customer back.',
        ask: 'Is everything fine again?',
        answers: 'For now. Compare both memories: three on one, two on the other, until the copy arrives.',
      },
    },
    'copy-lost': {
      heading: 'One copy doesn’t arrive',
      look: 'The copy with the new quantity is lost. Server 1 answered before it sent that copy, so the answer didn’t depend on it.',
      notes: {
        say: 'Copies leave after the answer, so that no customer waits for them. That’s the gap.',
        ask: 'Which machine knows now that the copy is missing?',
        answers: 'None. Server 1 has sent it, and Server 2 doesn’t know that there was one.',
      },
    },
    'old-answer': {
      heading: 'The old note answers',
      look: 'Server 1 crashes. Server 2 looks at its note and sells two laptops, as it says there. The customer had ordered three.',
      notes: {
        say: 'No error and no question. The answer is fluent, and wrong.',
        ask: 'Which is worse: a server that knows nothing, or one with a stale note?',
        answers:
          'A server that knows nothing asks again. A server with a stale note doesn’t notice. Version numbers help only if something compares them.',
      },
    },
  },
  closing:
    'The same script, the same faults. With copies on the servers, Server 2 answers from a stale one. With one store there’s one note, and both servers read it. Copies need a rule for which one counts, and a way to detect a missing one.',
} satisfies WordsOf<typeof lesson>;
