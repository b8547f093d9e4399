/** Sticky, until it crashes, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'Sticky, until it crashes',
  goal: 'No one is logged out when a server restarts.',
  story:
    'Sticky sessions send each customer to the same server. It works until that server restarts: then its customers have to log in again.',
  solved:
    'Stickiness finds the memory, but it doesn’t save it. Here the customer carries the state, so a restart takes nothing.',
} satisfies ChallengeWords;
