/** At most 1,200 bytes a request, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'At most 1,200 bytes a request',
  goal: 'No request takes more than 1,200 bytes, and no one is logged out by one crash.',
  story: 'The customer’s message is in the sealed cookie, so it travels with every request and back.',
  solved:
    'A reference is smaller than what it refers to. The bytes aren’t gone: with a store, they travel between it and the servers.',
} satisfies ChallengeWords;
