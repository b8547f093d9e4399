/** Passing the note on, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Passing the note on';

export default {
  teaches: 'How copies on every server survive a crash, when they do not, and what they cost.',
  opening:
    'Every server is to know what one of them knows. Mina has her answer already; the copies have not left yet. Step on, or crash Server 1 right here.',
  scenes: {
    copied: {
      heading: 'Three copies of one session',
      look: 'A moment after the answer the session goes to Server 2 and to Server 3. The same bytes are on three memories now.',
      notes: {
        say: 'The copies come after the answer, so that Mina does not have to wait for them.',
        ask: 'A thousand users, three servers: how many sessions are in memory?',
        answers: '“A thousand.” Three thousand: everybody keeps everything. With ten servers, ten thousand.',
      },
    },
    'crash-after-copy': {
      heading: 'A crash after the copy',
      look: 'Server 1 dies, and the session was not in its memory alone. Server 2 answers from its copy.',
      notes: {
        say: 'Same crash, same cookie, another server. Look at the memory of Server 2 before you answer.',
        ask: '200 or 401?',
        answers: 'Those who remember the last lessons say 401. The copy has arrived: 200.',
      },
    },
    'crash-before-copy': {
      heading: 'A crash just before',
      look: 'Mina was told that she is logged in, and the server died before its copy left. Server 2 never heard of her.',
      notes: {
        say: 'Less than a tenth of a second earlier. She has an answer in her hand, and nobody remembers it.',
        ask: 'Could one avoid this gap?',
        answers:
          'Yes: wait for the copies before answering. Then every answer is slower, and a slow server holds up all others.',
      },
    },
    handover: {
      heading: 'The purchase goes on',
      look: 'The note with the laptop was copied in time. Server 2 understands “two”, and works out the price.',
      notes: {
        say: 'The clerk handed the note over before leaving. The customer does not notice that somebody else is standing there.',
        ask: 'How does Server 2 know what “two” means?',
        answers: '“From the cookie.” The cookie has only an ID. It is Server 2’s own copy of the note.',
      },
    },
    'note-lost': {
      heading: 'One note is lost on its way',
      look: 'The copy for Server 2 gets lost, the one for Server 3 arrives. The customer lands at Server 2, of all servers.',
      notes: {
        say: 'The network lost a single message, and Server 1 was not told.',
        ask: 'Server 3 has the note. Does that help?',
        answers:
          '“Yes, it is replicated.” Only if the customer is sent there. Server 2 does not know that it is missing something.',
      },
    },
    added: {
      heading: 'A new server must learn it all',
      look: 'Server 3 joins, and gets all sessions from those who have them. It can only help once that is done.',
      notes: {
        say: 'Adding a server means first more work for the others: each sends everything it knows.',
        ask: 'What grows when we add servers?',
        answers: 'Memory, since each has everything, and copying: every write goes to all others.',
      },
    },
  },
  closing:
    'Both keep a session outside one server’s memory. With copies sent after the answer there is a moment in which a crash loses what Mina was already told; with a store the write comes first, and the answer then. The price is paid elsewhere: copies cost memory on each server, a store a round trip on each request.',
} satisfies WordsOf<typeof lesson>;
