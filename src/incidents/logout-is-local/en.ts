/** Logged out, and the token still works, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Logged out, and the token still works';

export default {
  story:
    'A user logged out, and the page said so. A copy of the token still opened the account afterwards. Only its expiry ended that.',
  cause:
    'The server keeps nothing about a token, so there’s nothing to delete at a logout. The client forgets its own copy; other copies stay valid.',
  fix: 'Check each token against a list of those that were logged out. That list is state again.',
  replayed: 'Here another client has copied the token before the logout.',
} satisfies IncidentWords;
