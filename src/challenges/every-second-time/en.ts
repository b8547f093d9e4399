/** Logged in every other time, as a challenge, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'Logged in every other time',
  goal: 'Customers stay logged in from request to request.',
  story:
    'The load balancer takes turns, and each server knows only its own sessions. So every other request meets a server that has never seen the customer.',
  solved: 'With the session in one server’s memory, each client has to meet that server every time.',
} satisfies ChallengeWords;
