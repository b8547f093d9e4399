/** Two tabs, one token, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'Two tabs, one token',
  goal: 'No one has to log in again because two tabs refresh at once.',
  story:
    'Two tabs use the same refresh token at the same moment. The second use looks like theft, so the whole login is revoked.',
  solved:
    'Rotation makes tokens stateful: the store has to know the last one, and to forgive a request that crossed.',
} satisfies ChallengeWords;
