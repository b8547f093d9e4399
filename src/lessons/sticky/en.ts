/** Always the same clerk, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Always the same clerk';

export default {
  teaches: 'What it helps to send people back to the same server, and what it cannot help.',
  opening:
    'The balancer now notes who belongs to which server. Mina always comes back to Server 1, although servers take turns. Is that enough?',
  scenes: {
    bound: {
      heading: 'A second cookie',
      look: 'The client has two cookies now: one is the key to its session, the other is the balancer’s and only names a server.',
      notes: {
        say: 'The balancer adds a cookie of its own: “this one goes to Server 1”. It knows nothing of Mina.',
        ask: 'Which of the two cookies would you rather not lose?',
        answers:
          'Without the balancer’s she may land anywhere; without the session’s she is nobody. Both matter, for different reasons.',
      },
    },
    'same-server': {
      heading: 'Back to the same server',
      look: 'Others would be next in turn. All of Mina’s requests go to Server 1, and each is answered 200.',
      notes: {
        say: 'That repairs the last lesson without changing a line of the program. This is why it is so common.',
        ask: 'Has the session been copied anywhere?',
        answers:
          '“The balancer keeps it.” No. It knows where to send her; the session is in one memory, as before.',
      },
    },
    'session-lost': {
      heading: 'That server crashes',
      look: 'The balancer binds Mina to Server 2, and changes its cookie. Server 2’s memory is empty: 401.',
      notes: {
        say: 'Watch the balancer’s cookie: it names Server 2 afterwards. So she is bound again, to someone who does not know her.',
        ask: 'What did stickiness do about the crash?',
        answers: 'Nothing. It sends people to the same server; it copies nothing.',
      },
    },
    uneven: {
      heading: 'A new server gets few clients',
      look: 'Server 2 joined while Server 1 was busy. Whoever was there stays with Server 1; only newcomers can go to Server 2.',
      notes: {
        say: 'We add a server because the first has too much to do. The old clients do not move.',
        ask: 'How are the clients divided now?',
        answers:
          '“Half and half.” It is three to one here, and stays uneven for as long as the old clients stay.',
      },
    },
    'one-address': {
      heading: 'Bound by address',
      look: 'No cookie this time: the address decides. All three are behind one router, and all three land on one server of three.',
      notes: {
        say: 'To the balancer a whole school behind one router has one address.',
        ask: 'Where do thirty students of one classroom go?',
        answers:
          '“Spread over the servers.” All of them to the same one. Phones that change networks move about, on the other hand.',
      },
    },
  },
  closing:
    'While all servers are up, both work: here because nobody is sent elsewhere, there because it does not matter where. The crash tells them apart. Stickiness has no copy of what Server 1 knew; the store has it still.',
} satisfies WordsOf<typeof lesson>;
