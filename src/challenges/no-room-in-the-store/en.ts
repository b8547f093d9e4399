/** No room in the store, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'No room in the store',
  goal: 'No one is logged out because the store is full, and no request fails.',
  story:
    'The store has room for two sessions. A third login removes the session that was used least recently.',
  solved:
    'A store is memory, and memory is finite. What happens when it’s full is a decision: more room, or fewer sessions.',
} satisfies ChallengeWords;
