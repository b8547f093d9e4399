/** The copy is late, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'The copy is late',
  goal: 'No one is logged out when a server or a store crashes, and the servers or the store keep the state.',
  story:
    'The store has a replica, but copies reach it half a second later. Servers also read from it, so they miss what’s new.',
  solved:
    'A copy helps only once it exists. A reply sent before that confirms data that a crash can still lose.',
} satisfies ChallengeWords;
