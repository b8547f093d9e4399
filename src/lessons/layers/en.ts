/** Stateless on stateful, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Stateless on stateful';

export default {
  teaches: 'That one layer can be stateful while the next one up is stateless.',
  opening:
    'The same purchase, segment by segment. Every request is complete, and yet Server 1 remembers something: the connection.',
  scenes: {
    'one-connection': {
      heading: 'Three requests, one connection',
      look: 'Count the SYNs the client sends: one. All three HTTP requests use that connection. The servers remember ports and numbers, but no laptop.',
      notes: {
        say: 'HTTP keeps the connection open because a new one costs a round trip. Each request could also travel on a connection of its own.',
        ask: 'The connection stays open. Is HTTP stateful now?',
        answers:
          '“Yes, it’s kept alive.” No: no request depends on an earlier one. Connection and state are two questions.',
      },
    },
    'connection-lost': {
      heading: 'The connection dies',
      look: 'Server 2 gets a segment of a connection it never had and answers RST. The HTTP request inside hasn’t been read at all.',
      notes: {
        say: 'I crash Server 1 after its first answer. No load balancer stands in between, so the segment itself reaches Server 2.',
        ask: 'What’s lost now: the connection, the purchase, or both?',
        answers:
          'Most say both. Look at the client’s memory: laptop and quantity are still there. Only the TCP state is gone.',
      },
    },
    'purchase-goes-on': {
      heading: 'The purchase continues',
      look: 'Another handshake, the same request, 200 OK. Server 2 doesn’t know what happened before, and doesn’t need to.',
      notes: {
        say: 'The client opens a new connection and retries. That costs a failed attempt and a handshake.',
        ask: 'Why could Server 2 answer?',
        answers:
          'Because the request is complete. Switch to server memory, and Server 2 answers 422: it doesn’t know the product.',
      },
    },
    'session-beside-the-servers': {
      heading: 'A login in the store',
      look: 'The connection to Server 1 is gone. On the new one, Server 2 gets the cookie and asks the store. Mina is still logged in.',
      notes: {
        say: 'A session isn’t tied to a connection. It began on one and continues on another.',
        ask: 'Does a login end when its connection ends?',
        answers:
          'People often think so, because both get called a “session”. A session ends by logout or timeout, not by a reset.',
      },
    },
    'signed-token': {
      heading: 'A login in a token',
      look: 'The same with a token: Server 2 checks the signature and answers. The crash lost the connection, and nothing above it.',
      notes: {
        say: 'Two layers, two kinds of state. One was in Server 1’s memory, the other is in the client’s token.',
        ask: 'What did the crash cost in the end?',
        answers: 'One failed attempt, one handshake, and a little time.',
      },
    },
  },
  closing:
    'The same crash ends the same connection on both sides, and both open another. The layer above differs. Where the request is complete, Server 2 continues. Where the purchase was in Server 1’s memory, Server 2 answers 422.',
} satisfies WordsOf<typeof lesson>;
