/** Always the same server, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Always the same server';

export default {
  teaches: 'What sticky sessions fix, and what they don’t.',
  opening:
    'The load balancer gives each client a cookie that names its server. Mina always returns to Server 1, despite round robin. So what remembers the choice?',
  scenes: {
    bound: {
      heading: 'A second cookie',
      look: 'The client has two cookies now. One holds its session ID; the other comes from the load balancer and names a server.',
      notes: {
        say: 'The load balancer keeps no table. It reads the server’s name from the cookie, so the client carries the choice.',
        ask: 'Which of the two cookies would you rather not lose?',
        answers:
          'Without the load balancer’s cookie, Mina may reach any server. Without the session cookie, no server knows her. She needs both.',
      },
    },
    'same-server': {
      heading: 'Back to the same server',
      look: 'By round robin, it would be another server’s turn. All of Mina’s requests go to Server 1, and each gets 200.',
      notes: {
        say: 'This fixes the last lesson without changing a line of the application. That’s why it’s so common.',
        ask: 'Has the session been copied anywhere?',
        answers:
          '“The load balancer keeps it.” No: it only reads a cookie. The session is still in one memory.',
      },
    },
    'session-lost': {
      heading: 'That server crashes',
      look: 'The load balancer sends Mina to Server 2 and changes its cookie. Server 2’s memory is empty: 401.',
      notes: {
        say: 'Watch the load balancer’s cookie: it names Server 2 now. Mina is bound again, to a server without her session.',
        ask: 'What did stickiness do about the crash?',
        answers: 'Nothing. It sends clients to the same server; it copies nothing.',
      },
    },
    deployed: {
      heading: 'A rolling deploy',
      look: 'Nothing crashes: Server 1 is drained for an update. It finishes its requests, then leaves, and Mina’s session goes with it.',
      notes: {
        say: 'A rolling deploy replaces one server after another, many times a week. To a session in memory, it’s a planned crash.',
        ask: 'Draining loses no request. Does it lose anything?',
        answers:
          '“No, it waits.” It waits for requests, not for sessions. Copy or move them first, or keep them elsewhere.',
      },
    },
    uneven: {
      heading: 'A new server gets few clients',
      look: 'Server 2 joined while Server 1 was busy. Existing clients stay with Server 1; only newcomers can reach Server 2.',
      notes: {
        say: 'We add a server because the first has too much to do. The existing clients don’t move.',
        ask: 'How are the clients divided now?',
        answers:
          '“Half and half.” It’s three to one here, and it stays uneven for as long as the first clients stay.',
      },
    },
    'one-address': {
      heading: 'Bound by address',
      look: 'No cookie this time: a hash of the address decides. All three clients are behind one router and reach the same server.',
      notes: {
        say: 'To the load balancer, a whole school behind one router has a single address. No machine stores the choice.',
        ask: 'Where do thirty students of one classroom go?',
        answers:
          '“Spread over the servers.” All to the same one. A phone that changes networks, though, may change servers.',
      },
    },
  },
  closing:
    'While all servers are up, both work: on one side Mina never changes servers, on the other it doesn’t matter. The crash shows the difference. Stickiness has no copy of Server 1’s memory; the store still has the session.',
} satisfies WordsOf<typeof lesson>;
