/** TCP: both ends remember, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'TCP: both ends remember';

export default {
  teaches: 'What both ends of a connection remember, and what a crash does to it.',
  opening:
    'Three segments, and the connection is established. There’s no wire for it: it’s state at each end. What if one end loses it?',
  scenes: {
    farewell: {
      heading: 'Opened, used and closed',
      look: 'Read the states along both lifelines: SYN-SENT to TIME-WAIT on the left, SYN-RECEIVED to CLOSED on the right. The client forgets last.',
      notes: {
        say: 'Each end closes its own direction. The end that closes first remembers longest: two segment lifetimes, four minutes here.',
        ask: 'When does the client know that the connection is established, and when does the server?',
        answers:
          'Many say “both at the third”. The client is ESTABLISHED when SYN,ACK arrives, the server only at the ACK after it.',
      },
    },
    'data-lost': {
      heading: 'A segment is lost',
      look: 'The client keeps “hello” in its memory until it’s acknowledged. Its timer expires, and it retransmits under the same number, seq 101.',
      notes: {
        say: 'The network lost the segment and told no one. The client notices only because no acknowledgment comes back.',
        ask: 'How does the server know that this isn’t a second “hello”?',
        answers:
          'By the sequence number. If the first one had arrived too, the second would have the same number and be discarded.',
      },
    },
    'acknowledgment-lost': {
      heading: 'The acknowledgment is lost',
      look: 'The server already has “hello”. The duplicate changes nothing in its memory; the server sends the same ack 107 again.',
      notes: {
        say: 'Now the data arrived, and the acknowledgment didn’t. To the client it looks exactly as before.',
        ask: 'Can the client tell lost data from a lost acknowledgment?',
        answers:
          'No, and it doesn’t have to. It retransmits, and the server recognizes the number. That’s state at work.',
      },
    },
    rebooted: {
      heading: 'The server restarted',
      look: 'Server 1 has rebooted, in a millisecond to save time. Only the listening port is in its memory. The client still believes in the connection, and gets RST.',
      notes: {
        say: 'One end remembers, the other doesn’t: a half-open connection. The reset ends it, and the application gets an error.',
        ask: 'The server is running again. Will the conversation just continue?',
        answers:
          '“Yes, it’s the same server.” It is, but without its memory. Resuming is up to the application: here it opens a new connection.',
      },
    },
    dark: {
      heading: 'No one answers',
      look: 'A machine that’s off sends no RST. The client retransmits after 1, 3, 7, 15, 31 and 63 seconds, and gives up after 100.',
      notes: {
        say: 'Silence can mean lost, slow or down. The client doubles its wait each time, so that it doesn’t add to congestion.',
        ask: 'Why doesn’t the client give up at once?',
        answers:
          'Because from its end a cut cable, a slow network and a dead server look alike. Only time tells, and never for certain.',
      },
    },
    'another-server': {
      heading: 'Another server at that address',
      look: 'Server 2 has taken over the address, and it’s healthy. The client’s segment names a connection that Server 2 never had: RST.',
      notes: {
        say: 'Another server behind the same address is enough to end a connection. HTTP and logins aren’t even involved yet.',
        ask: 'What would Server 2 have to know to continue?',
        answers:
          'Ports, sequence numbers and all unacknowledged data. That’s state, and only Server 1 had it.',
      },
    },
  },
  closing:
    'The same restart in the middle of the same conversation. Under TCP the connection is gone, and the client gets an error until it opens a new one. Under UDP the server just takes the next datagram: it had nothing to forget.',
} satisfies WordsOf<typeof lesson>;
