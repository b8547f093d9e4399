/** UDP: neither end remembers, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'UDP: neither end remembers';

export default {
  teaches: 'What a protocol without memory doesn’t promise, and what has to remember instead.',
  opening:
    'Three datagrams, and no connection. The first one has arrived, and both memories are empty. What can go wrong without anyone noticing?',
  scenes: {
    lost: {
      heading: 'Lost, and no one knows',
      look: 'The second datagram never arrives. UDP sets no timer and retransmits nothing, and neither memory changes.',
      notes: {
        say: 'UDP has done its part once the datagram is sent. ICMP may report a closed port, but usually no one reports a lost datagram.',
        ask: 'When will the client find out?',
        answers: '“After a timeout.” UDP has none. Only an application that expects an answer can miss it.',
      },
    },
    restarted: {
      heading: 'The server restarts in between',
      look: 'Server 1 goes down and comes back between two datagrams. It takes the next one as if nothing had happened.',
      notes: {
        say: 'This restart ended the TCP connection. Here it goes unnoticed, because there’s no state to lose.',
        ask: 'Is that better than TCP?',
        answers:
          'Many say yes. UDP survives because it promises nothing: a datagram sent during the restart is gone for good.',
      },
    },
    'twice-and-out-of-order': {
      heading: 'Twice, and in the wrong order',
      look: 'Three were sent, five arrive: “three” before “two”, and both of them twice. The server takes each as it comes.',
      notes: {
        say: 'Networks have several paths to the same place, and sometimes duplicate a packet. TCP sorts that out by sequence number; UDP has none.',
        ask: 'How could the server tell a duplicate from a second datagram with the same words?',
        answers:
          'It can’t. The sender has to number its datagrams, and the receiver has to remember the numbers.',
      },
    },
    'asked-again': {
      heading: 'The application adds a number',
      look: 'Now the client wants an answer. It numbers its request, keeps it in its memory, and retries when no answer comes.',
      notes: {
        say: 'Number, timer, retry: the application now does what TCP would have done. It also has to remember.',
        ask: 'Where is the state now?',
        answers: 'In the client’s program. UDP keeps none, so the application does.',
      },
    },
    'done-twice': {
      heading: 'The same coffee, twice',
      look: 'This time the reply is lost. The client retries, and the server, which remembers nothing, makes the coffee a second time.',
      notes: {
        say: 'A client that retries is half the solution. The other half is a server that knows what it has already done.',
        ask: 'Does the number help a server that doesn’t store it?',
        answers: 'No. The number is on the request, but the server has nothing to compare it with.',
      },
    },
    remembered: {
      heading: 'A server that remembers',
      look: 'Server 1 keeps the latest number and its reply. The retry gets the same reply, and nothing is done twice.',
      notes: {
        say: 'The same loss, the same retry. We’ve rebuilt a little of TCP, and the server is stateful now.',
        ask: 'Is this still stateless?',
        answers: 'UDP is; the application on top isn’t. Ask whose state, and at which layer.',
      },
    },
  },
  closing:
    'The same messages, the same restart. UDP continues, because neither end had anything to lose; a lost datagram stays lost. TCP promised to deliver everything in order, so it must report the failure: the connection is reset.',
} satisfies WordsOf<typeof lesson>;
