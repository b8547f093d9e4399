/** A deploy without a trace, in English. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: 'A deploy without a trace',
  goal: 'While servers are replaced, no request fails, and no one is logged out.',
  story:
    'Servers leave and new ones join while customers work. The load balancer binds each customer to a server, and insists on it even after it has left.',
  solved:
    'A server can be replaced at any time only if nothing is in it alone, and if the load balancer goes elsewhere.',
} satisfies ChallengeWords;
