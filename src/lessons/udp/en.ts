/** Postcards: UDP, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Postcards: UDP';

export default {
  teaches: 'What a protocol without memory does not promise, and who has to remember instead.',
  opening:
    'Three postcards, and no connection. The first one has arrived, and both memories are empty. What can go wrong that nobody will notice?',
  scenes: {
    lost: {
      heading: 'Lost, and nobody knows',
      look: 'The second postcard never arrives. No timer is set, nothing is sent again, and neither memory changes.',
      notes: {
        say: 'The sender has done its part once the datagram is on its way. There is nothing that could tell it more.',
        ask: 'When will the client find out?',
        answers: '“After a timeout.” UDP has none. Only an application that expects an answer can miss it.',
      },
    },
    restarted: {
      heading: 'The server restarts in between',
      look: 'Server 1 is down and up again between two postcards. The next is taken as if nothing had happened.',
      notes: {
        say: 'What ended the conversation under TCP goes unnoticed here. There is no note that could be lost.',
        ask: 'Is that better than TCP?',
        answers:
          'People like to say yes. It survives the restart because it promises nothing: what was sent meanwhile is gone for good.',
      },
    },
    'twice-and-out-of-order': {
      heading: 'Twice, and in the wrong order',
      look: 'Three were sent, five arrive: “three” before “two”, and both of them twice. The server takes each as it comes.',
      notes: {
        say: 'Networks have several ways to the same place, and now and then make a copy. TCP sorts that out by its numbers; UDP has none.',
        ask: 'How could the server tell a copy from a second postcard with the same words?',
        answers:
          'It cannot. Somebody has to write a number on it, and somebody has to remember which numbers were there.',
      },
    },
    'asked-again': {
      heading: 'The application adds a number',
      look: 'Now the client wants an answer: it numbers its request, keeps it on its memory, and sends it again when none comes.',
      notes: {
        say: 'Number, timer, retry: what TCP would have done is done by the application. So is the remembering.',
        ask: 'Where is the state now?',
        answers: 'In the client’s program. It has not gone away because UDP has none; somebody else has it.',
      },
    },
    'done-twice': {
      heading: 'The same coffee, twice',
      look: 'This time the reply is lost. The client asks again, and the server, which remembers nothing, makes the coffee a second time.',
      notes: {
        say: 'A client that asks again is half the work. The other half is a server that knows what it has done already.',
        ask: 'Does the number help a server that does not write it down?',
        answers: 'No. The number is on the request, but nobody compares it with anything.',
      },
    },
    remembered: {
      heading: 'A server that writes it down',
      look: 'Server 1 keeps the latest number and its reply. The repeated request gets the same reply, and nothing is done twice.',
      notes: {
        say: 'The same loss, the same retry, one note more. We have built a little of TCP ourselves, and the server is stateful now.',
        ask: 'Is this still stateless?',
        answers: 'UDP is; the application on it is not. Ask whose state, and at which layer.',
      },
    },
  },
  closing:
    'The same postcards, the same restart. UDP goes on, since neither end had anything to lose; what is lost under way stays lost. TCP has promised to deliver everything in order, and has to break its promise aloud: the note is gone, so the connection is reset.',
} satisfies WordsOf<typeof lesson>;
