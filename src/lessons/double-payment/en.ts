/** Paid twice?, in English. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = 'Paid twice?';

export default {
  teaches: 'What a lost answer means, and how to retry without paying twice.',
  opening:
    'Jun is logged in and about to pay 50,000 won. The server may charge him and crash before it answers. What does Jun know then?',
  scenes: {
    'nobody-knows': {
      heading: 'Charged, and no answer',
      look: 'The payment is in the database, and the client gets 502. To the client, charged and not charged look the same.',
      notes: {
        say: 'I crash the server between the charge and the answer. The window is short, but with enough customers it happens every day.',
        ask: 'Has Jun paid or not?',
        answers:
          '“502 means it failed.” It means that no valid answer came back. The client can’t know what the server did before it crashed.',
      },
    },
    'charged-twice': {
      heading: 'Just retry',
      look: 'The client retries automatically, Server 2 serves the retry, and the database has two payments. Every part did its job.',
      notes: {
        say: 'The same crash, but now the client retries once, as many programs do. A proxy must not retry a POST.',
        ask: 'Who made the mistake?',
        answers:
          'Often “the server”. No single part did. A retry that isn’t marked as one is simply another request.',
      },
    },
    'stateless-too': {
      heading: 'Stateless doesn’t help',
      look: 'No session is lost, and every server accepts the token. The payment is still there twice.',
      notes: {
        say: 'A crash of a stateless server loses no session. It can still lose the answer to a request in flight.',
        ask: 'We keep no sessions on the servers. Why is Jun charged twice?',
        answers:
          'Because the charge is in the database under every strategy. Stateless servers lose no memory, but they still lose answers.',
      },
    },
    'idempotency-key': {
      heading: 'A name for this payment',
      look: 'Both attempts carry the same Idempotency-Key. The database knows the key, so Server 2 gets the result of the first charge.',
      notes: {
        say: 'The client invents a name for this payment and sends it with every attempt. Two requests, one payment.',
        ask: 'Where must the key be stored?',
        answers:
          '“In the server.” Then the crash would lose it. It must be written to the database in the same transaction as the charge.',
      },
    },
    'sent-again': {
      heading: 'Charged twice without a retry',
      look: 'The program sends once and hears one 200: “50,000 won, paid: payment 2.” Its browser had sent the POST twice, and payment 1 is in the database, too.',
      notes: {
        say: 'I turned the retry and the key off. This load balancer closes the customer’s connection when its server dies, as HAProxy does. Chromium then repeats the request on its own, because the connection had been used before.',
        ask: 'Where in the program is the mistake?',
        answers:
          '“In the retry.” There is none. By the standard, a client shouldn’t retry a POST automatically (RFC 9110, section 9.2.2). Browsers still do when a reused connection closes without an answer. The page never learns of it.',
      },
    },
  },
  closing:
    'With the key, Jun pays once in both runs. The next request tells them apart: one crash also lost a session, the other had none to lose. For the payment it makes no difference. Where sessions live and whether a request is safe to retry are separate questions.',
} satisfies WordsOf<typeof lesson>;
