/** A conversation with memory: TCP, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'A conversation with memory: TCP';

export default {
  teaches: 'What both ends of a connection remember, and what a crash does to it.',
  opening:
    'Three segments, and the connection stands. There is no wire for it: it is two notes, one at each end. What if one of them is lost?',
  scenes: {
    farewell: {
      heading: 'Opened, used and closed',
      look: 'Read the states along both lifelines: from SYN-SENT to TIME-WAIT on the left, from SYN-RECEIVED to CLOSED on the right. The client forgets last.',
      notes: {
        say: 'Each end says by itself that it has nothing more to say. Whoever closes first remembers longest: two segment lifetimes, four minutes here.',
        ask: 'At which segment is the client sure of the connection, and at which the server?',
        answers:
          'Many say “both at the third”. The client is ESTABLISHED when SYN,ACK arrives, the server only with the ACK after it.',
      },
    },
    'data-lost': {
      heading: 'What was said is lost',
      look: 'The client keeps “hello” on its memory until it is acknowledged. Its timer goes off, and it sends the same again: same number, seq 101.',
      notes: {
        say: 'The network lost it and told nobody. The client notices only because nothing comes back.',
        ask: 'How does the server know that this is no second “hello”?',
        answers:
          'By the number. Had the first one arrived, too, the second would carry the same number and be discarded.',
      },
    },
    'acknowledgment-lost': {
      heading: 'The receipt is lost',
      look: 'The server has “hello” already. The copy changes nothing on its memory; it is acknowledged once more, with the same ack 107.',
      notes: {
        say: 'Now the data arrived, and the receipt did not. For the client that looks exactly the same as before.',
        ask: 'Can the client tell a lost message from a lost receipt?',
        answers:
          'No, and it need not: it repeats, and the server sees from the number that it has this already. That is memory at work.',
      },
    },
    rebooted: {
      heading: 'The server was away for a moment',
      look: 'Server 1 is back within a millisecond, and its memory is empty but for the open port. The client still believes in the connection, and is told RST.',
      notes: {
        say: 'One end remembers, the other does not: a half-open connection. The reset ends it, and the program is told.',
        ask: 'The server is running again. Will the conversation just go on?',
        answers:
          '“Yes, it is the same server.” It is the same machine without the note. Resuming is up to the application: here it opens a new connection.',
      },
    },
    dark: {
      heading: 'Nobody answers',
      look: 'No RST comes from a machine that is off. The same segment is sent after 1, 3, 7, 15, 31 and 63 seconds; after 100 the client gives up.',
      notes: {
        say: 'Silence can mean lost, slow or dead. The client waits twice as long each time, so as not to make a full network worse.',
        ask: 'Why does the client not give up at once?',
        answers:
          'Because from its end a cut cable, a slow network and a dead server look alike. Only time tells, and never for certain.',
      },
    },
    'another-server': {
      heading: 'Somebody else at that address',
      look: 'Server 2 stands in at the same address, and is well. The client’s segment names a connection that Server 2 never had: RST.',
      notes: {
        say: 'A new server behind the same address is enough to end a connection. Nothing about HTTP or login has happened yet.',
        ask: 'What would Server 2 have to know to go on?',
        answers:
          'Ports, numbers and everything unacknowledged. This is state, and it was in Server 1’s memory alone.',
      },
    },
  },
  closing:
    'The same restart in the middle of the same talk. Under TCP the connection is gone, the client is told so, and what follows fails until it opens a new one. Under UDP the server simply takes the next datagram: it had nothing to forget, and had promised nothing.',
} satisfies WordsOf<typeof lesson>;
