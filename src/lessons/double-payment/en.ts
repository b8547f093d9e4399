/** Paid twice?, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Paid twice?';

export default {
  teaches: 'What a lost answer means, and how to ask again without paying twice.',
  opening:
    'Jun is logged in and about to pay 50,000 won. The server will charge, and may die before it says so. What does Jun know then?',
  scenes: {
    'nobody-knows': {
      heading: 'Charged, and no answer',
      look: 'The payment is in the database, and the customer is told 502. From where the customer sits, charged and not charged look the same.',
      notes: {
        say: 'I crash the server between the charge and the answer. The moment is short, and with enough customers it happens every day.',
        ask: 'Has Jun paid or not?',
        answers:
          '“502 means it failed.” It means that there was no answer. What had been done by then, the one who got the 502 cannot know.',
      },
    },
    'charged-twice': {
      heading: 'Just try again',
      look: 'The client repeats its request by itself, Server 2 serves it, and the database has two payments. Everybody did as they were told.',
      notes: {
        say: 'The same crash; now the client tries again once, as many programs do. The load balancer would not: a POST may not be repeated by others.',
        ask: 'Who made the mistake?',
        answers:
          'Often “the server”. No single one did: a repeated request that says nothing of being a repetition is a new one.',
      },
    },
    'stateless-too': {
      heading: 'Stateless does not help',
      look: 'No session is lost, the token is good everywhere, and the payment is there twice all the same.',
      notes: {
        say: 'We have seen that a crash of a stateless server loses nothing. That is true of sessions. It is not true of what is under way.',
        ask: 'We keep no state on the servers. Why is it charged twice?',
        answers:
          'Because the charge is in the database under every strategy. Stateless servers lose no memory; they still lose answers.',
      },
    },
    'idempotency-key': {
      heading: 'A name for this payment',
      look: 'The request carries an Idempotency-Key, the same both times. The database knows it, and Server 2 gets the result of the first.',
      notes: {
        say: 'The client makes up a name for this payment, and keeps it for every attempt. Two requests, one payment.',
        ask: 'Where must the key be remembered?',
        answers:
          '“In the server.” Then it would have died with it. It belongs to the payment, in the database, written in one with the charge.',
      },
    },
  },
  closing:
    'With the key both sides pay once. The next request tells them apart: on one side the crash took the session along, on the other there was none to take. For the payment this makes no difference. Where sessions live and whether a request may be repeated are two questions, and each wants its own answer.',
} satisfies WordsOf<typeof lesson>;
