/** Paid twice, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'Paid twice',
  goal: 'Every payment is made, and only once.',
  story:
    'A server charges a customer and crashes before its reply. The client repeats the request, and the next server charges again.',
  solved:
    'A retry is safe once the request says which payment it is. The strategy of the sessions has nothing to do with it.',
} satisfies ChallengeWords;
