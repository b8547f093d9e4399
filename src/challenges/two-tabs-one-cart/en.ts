/** Two tabs, one cart, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'Two tabs, one cart',
  goal: 'No item that a server has confirmed is missing from the cart.',
  story:
    'Two tabs add to the cart at the same moment. Both requests read the same session, and the later write replaces the earlier one.',
  solved: 'Shared state needs a rule for writes that cross: compare and set, or a lock.',
} satisfies ChallengeWords;
