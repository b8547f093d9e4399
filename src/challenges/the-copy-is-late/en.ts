/** The copy is late, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'The copy is late',
  goal: 'No one is logged out when a server or a store crashes, and the servers or the store keep the state.',
  story:
    'The store has a second machine, but copies reach it half a second later. Servers also read from it, so they miss what is new.',
  solved:
    'A copy counts from the moment it exists. Before that, a reply promises what a crash can still take.',
} satisfies ChallengeWords;
