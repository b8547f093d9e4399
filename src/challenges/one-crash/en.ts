/** Logged out by one crash, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'Logged out by one crash',
  goal: 'No one is logged out by one crash, and the servers keep the state.',
  story:
    'The sessions are in each server’s memory. This time you get no store, and no state with the client.',
  solved:
    'Copies help if they leave before the customer hears that the login was successful. If it leaves later, a crash in between loses the session.',
} satisfies ChallengeWords;
