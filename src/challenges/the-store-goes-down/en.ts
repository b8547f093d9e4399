/** The store goes down, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'The store goes down',
  goal: 'No one is logged out when a server or the store crashes.',
  story:
    'A server crash loses nothing, because the sessions are in a shared store. But the store keeps them only in memory, and it can crash, too.',
  solved:
    'The shared store moved the problem. Now the store needs a disk or a second copy, or the state moves to the customer.',
} satisfies ChallengeWords;
