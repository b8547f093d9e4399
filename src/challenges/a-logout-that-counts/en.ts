/** A logout that counts, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'A logout that counts',
  goal: 'After a logout, a copied credential is worth nothing.',
  story:
    'A customer logs in, another device gets a copy of the token, and the customer logs out. The copy keeps working, because a token is valid until it expires.',
  solved:
    'To end something, a server has to know that it has ended. This is state, whether we call it a session or a deny list.',
} satisfies ChallengeWords;
