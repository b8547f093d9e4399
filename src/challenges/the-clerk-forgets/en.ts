/** A server forgets, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'A server forgets',
  goal: 'No one is logged out by one crash.',
  story:
    'Each server keeps its sessions in its own memory. When a server crashes, its customers have to log in again.',
  solved:
    'What is known of a customer has to be somewhere that survives the server: in a store, or with the customer.',
} satisfies ChallengeWords;
