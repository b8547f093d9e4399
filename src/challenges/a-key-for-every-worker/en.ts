/** A key for every worker, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'A key for every worker',
  goal: 'A cookie opens on every server, also after restarts.',
  story:
    'Sessions travel in sealed cookies, but each server makes a key of its own when it starts. What one has sealed, no other can open.',
  solved: 'Servers without sessions still share something: the key.',
} satisfies ChallengeWords;
