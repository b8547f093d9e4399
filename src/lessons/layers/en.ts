/** Stateless on stateful, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Stateless on stateful';

export default {
  teaches: 'That one layer can remember while the one above it needs no memory at all.',
  opening:
    'The same purchase, segment by segment. The customer carries everything in each request, and yet Server 1 remembers something: the connection.',
  scenes: {
    'one-connection': {
      heading: 'Three requests, one connection',
      look: 'Count the SYNs: one. All three HTTP requests travel over the same connection, and the memories hold ports and numbers, but no laptop.',
      notes: {
        say: 'HTTP keeps the connection open because opening costs a round trip. Each request could still be understood on a connection of its own.',
        ask: 'The connection stays open. Is this HTTP stateful now?',
        answers:
          '“Yes, it is kept alive.” Connection and state are two questions: no request refers to an earlier one.',
      },
    },
    'connection-lost': {
      heading: 'The connection dies',
      look: 'Server 2 gets a segment of a connection that it never had, and answers RST. So far nobody has looked at what the request says.',
      notes: {
        say: 'I crash Server 1 after its first answer. Here no load balancer stands between: the segment itself reaches Server 2.',
        ask: 'What is lost now: the connection, the purchase, or both?',
        answers:
          'Most say both. Look at the customer’s memory: laptop and number are still there. Only TCP’s notes are gone.',
      },
    },
    'purchase-goes-on': {
      heading: 'The purchase goes on',
      look: 'A new handshake, the same request, 200 OK. Server 2 knows nothing of what came before, and does not need to.',
      notes: {
        say: 'The client opens a new connection and asks again. It costs a round trip, and nothing else.',
        ask: 'Why was Server 2 able to answer?',
        answers:
          'Because the request says it all. Take “server memory” instead, and Server 2 asks: two of what?',
      },
    },
    'session-beside-the-servers': {
      heading: 'A login in the store',
      look: 'The connection to Server 1 is gone. On the new one the cookie arrives at Server 2, which asks the store, and Mina is still logged in.',
      notes: {
        say: 'A session has its own life. It began on one connection and goes on over another.',
        ask: 'Does a login end when its connection ends?',
        answers:
          'Often people think so, since both are called “session”. A session ends by logout or by its time, not by a reset.',
      },
    },
    'signed-token': {
      heading: 'A login in a token',
      look: 'The same with a token: Server 2 checks the signature, and answers. What was lost is the connection, and nothing above it.',
      notes: {
        say: 'Two layers, two kinds of state. One was in Server 1’s memory, the other in the client’s hands.',
        ask: 'What did the crash cost in the end?',
        answers: 'One failed attempt, a handshake and a little time.',
      },
    },
  },
  closing:
    'The same crash takes the same connection on both sides, and both open a new one. What differs is the layer above: where the request says it all, Server 2 goes on; where the purchase was in Server 1’s memory, Server 2 has to ask what the “two” are of.',
} satisfies WordsOf<typeof lesson>;
