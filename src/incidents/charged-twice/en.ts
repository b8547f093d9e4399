/** Paid twice for one purchase, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Paid twice for one purchase';

export default {
  story:
    'Customers bought credit once and were charged two or three times. Their first payment had succeeded, but its answer came late or never. They tried again, and each try was a payment of its own.',
  cause:
    'Without an answer, the client can’t know whether it was charged. The server can’t tell a repeated request from a new one, because nothing in the request says so.',
  fix: 'Send the same idempotency key with each try.',
  replayed: 'Here the server crashes between charging and answering, and the client retries automatically.',
} satisfies IncidentWords;
