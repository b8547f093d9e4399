/** Clocks apart, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'Clocks apart',
  goal: 'Servers accept each other’s tokens, without a store.',
  story:
    'The clock of Server 1 is two seconds ahead. Server 2 refuses its tokens, because they seem to be from the future.',
  solved:
    'A token replaces shared memory with shared time, and no two clocks are the same. So a verifier allows for a difference.',
} satisfies ChallengeWords;
