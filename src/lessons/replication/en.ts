/** Passing the note on, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Passing the note on';

export default {
  teaches: 'When copies on every server survive a crash, when they don’t, and what they cost.',
  opening:
    'Every server should know what one of them knows. Mina has her answer; the copies haven’t left yet. Step on, or crash Server 1 now.',
  scenes: {
    copied: {
      heading: 'Three copies of one session',
      look: 'A moment after the answer, Server 1 sends the session to Server 2 and Server 3. Three memories now hold the same bytes.',
      notes: {
        say: 'Server 1 copies after it answers, so Mina doesn’t have to wait for the copies.',
        ask: 'A thousand users, three servers, a copy on each: how many sessions are in memory?',
        answers:
          '“A thousand.” Three thousand, because here every server keeps every session. Other products keep only one backup copy.',
      },
    },
    'crash-after-copy': {
      heading: 'A crash after the copy',
      look: 'Server 1 crashes, but its memory wasn’t the only place with the session. Server 2 answers from its copy.',
      notes: {
        say: 'Same crash, same cookie, another server. Look at the memory of Server 2 before you answer.',
        ask: '200 or 401?',
        answers: 'People who remember the last lessons say 401. The copy has arrived: 200.',
      },
    },
    'crash-before-copy': {
      heading: 'A crash just before',
      look: 'Mina was told that she’s logged in, and the server crashed before its copy left. Server 2 answers 401.',
      notes: {
        say: 'Less than a tenth of a second earlier. Mina has her answer, and no server remembers her.',
        ask: 'Could we close this gap?',
        answers:
          'Yes: wait for the copies before answering. Then every answer is slower, and one slow server delays all the others.',
      },
    },
    handover: {
      heading: 'The purchase continues',
      look: 'The note with the laptop was copied in time. Server 2 understands “Two, please.” and works out the price.',
      notes: {
        say: 'Server 1 copied its note before it crashed. The customer doesn’t notice that another server answers.',
        ask: 'How does Server 2 know what the two are?',
        answers: '“From the cookie.” The cookie only holds an ID. Server 2 has its own copy of the note.',
      },
    },
    'note-lost': {
      heading: 'One copy is lost',
      look: 'The copy for Server 2 is lost; the one for Server 3 arrives. The customer is sent to Server 2.',
      notes: {
        say: 'The network lost a single message, and Server 1 wasn’t told.',
        ask: 'Server 3 has the note. Does that help?',
        answers:
          '“Yes, it’s replicated.” Only if the customer reaches Server 3. Server 2 doesn’t know that it’s missing something.',
      },
    },
    added: {
      heading: 'A new server has to catch up',
      look: 'Server 3 joins and gets every session from the other servers. It can only help once that’s done.',
      notes: {
        say: 'A new server means more work for the others at first: each one sends everything it has.',
        ask: 'What grows when we add servers?',
        answers:
          'Memory, because each server has every session, and copying, because every write goes to all others.',
      },
    },
  },
  closing:
    'Both keep a session outside one server’s memory. Here copies leave after the answer, so a crash can lose what Mina was already told. With a store, the write comes before the answer. Copies cost memory on each server; a store costs two round trips for nearly every request.',
} satisfies WordsOf<typeof lesson>;
